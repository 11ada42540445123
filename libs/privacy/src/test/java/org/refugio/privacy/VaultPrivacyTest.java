package org.refugio.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.Sealed;

class VaultPrivacyTest {

    private static final Subject CASE = Subject.ofCase("c1");
    private final MemoryVault vault = new MemoryVault();

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void decryptsText() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        assertThat(privacy.open(privacy.seal(CASE, "Marie-Ève 名"))).contains("Marie-Ève 名");
        assertThat(privacy.open(privacy.seal(CASE, ""))).contains("");
    }

    record Person(String name, LocalDate born) {}

    @Test
    void decryptsAValueThatWasEncryptedAsJson() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        Person person = new Person("Wilner", LocalDate.of(1990, 2, 28));
        assertThat(privacy.openJson(privacy.sealJson(CASE, person), Person.class)).contains(person);
    }

    @Test
    void decryptsBytesUpToOneMebibyte() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        byte[] chunk = new byte[1024 * 1024];
        new Random(7).nextBytes(chunk);
        assertThat(privacy.openBytes(privacy.sealBytes(CASE, chunk)).orElseThrow()).isEqualTo(chunk);
        assertThat(privacy.openBytes(privacy.sealBytes(CASE, new byte[0])).orElseThrow()).isEmpty();
        assertThatThrownBy(() -> privacy.sealBytes(CASE, new byte[1024 * 1024 + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherServiceDecryptsIt() {
        Privacy intake = vault.service();
        intake.register(CASE);
        assertThat(vault.service().open(intake.seal(CASE, "Wilner"))).contains("Wilner");
    }

    @Test
    void equalTextsHaveDifferentCiphertexts() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        assertThat(privacy.seal(CASE, "Wilner")).isNotEqualTo(privacy.seal(CASE, "Wilner"));
    }

    @Test
    void concurrentRegistrationsCreateOneKey() throws Exception {
        List<Privacy> services = List.of(vault.service(), vault.service(), vault.service(), vault.service());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> threads.submit(() -> service.register(CASE)));
        }
        long keys = vault.store().getDatabase("refugio_vault").getCollection("keys")
                .countDocuments(Filters.eq("keyAltNames", CASE.name()));
        assertThat(keys).isEqualTo(1);
        assertThat(services.get(0).open(services.get(3).seal(CASE, "Wilner"))).contains("Wilner");
    }

    @Test
    void waitsForAKeyThatIsBeingCreated() throws Exception {
        Privacy reader = vault.service();
        Privacy owner = vault.service();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Sealed> sealed = threads.submit(() -> reader.seal(CASE, "Wilner"));
            owner.register(CASE);
            assertThat(owner.open(sealed.get())).contains("Wilner");
        }
    }

    @Test
    void doesNotEncryptForASubjectThatIsNotRegistered() {
        Privacy privacy = vault.service();
        assertThatThrownBy(() -> privacy.seal(CASE, "Wilner")).isInstanceOf(KeyMissing.class);
    }

    @Test
    void isEmptyImmediatelyInTheProcessThatErasedTheSubject() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        Sealed text = privacy.seal(CASE, "Wilner");
        byte[] bytes = privacy.sealBytes(CASE, new byte[]{1, 2, 3});
        privacy.erase(CASE);
        assertThat(privacy.open(text)).isEmpty();
        assertThat(privacy.openBytes(bytes)).isEmpty();
    }

    @Test
    void isEmptyInOtherServicesOnceTheirKeyCachesHaveExpired() {
        Privacy intake = vault.service();
        Privacy console = vault.service(vault.keyFile, Duration.ofMillis(300));
        intake.register(CASE);
        Sealed name = intake.seal(CASE, "Wilner");
        assertThat(console.open(name)).contains("Wilner");
        intake.erase(CASE);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(console.open(name)).isEmpty());
    }

    @Test
    void erasingOneSubjectLeavesTheOthers() {
        Privacy privacy = vault.service();
        Subject other = Subject.ofCase("c2");
        privacy.register(CASE);
        privacy.register(other);
        Sealed name = privacy.seal(other, "Nadège");
        privacy.erase(CASE);
        assertThat(vault.service().open(name)).contains("Nadège");
    }

    @Test
    void anErasedSubjectCannotBeRegisteredAgain() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        privacy.erase(CASE);
        privacy.erase(CASE);
        assertThatThrownBy(() -> privacy.register(CASE)).isInstanceOf(SubjectErased.class);
        assertThatThrownBy(() -> privacy.seal(CASE, "Wilner")).isInstanceOf(SubjectErased.class);
        assertThatThrownBy(() -> vault.service().seal(CASE, "Wilner")).isInstanceOf(SubjectErased.class);
    }

    @Test
    void aMissingKeyWithoutATombstoneIsNotAnErasure() {
        Privacy owner = vault.service();
        owner.register(CASE);
        Sealed name = owner.seal(CASE, "Wilner");
        vault.store().getDatabase("refugio_vault").getCollection("keys")
                .deleteOne(Filters.eq("keyAltNames", CASE.name()));
        Privacy fresh = vault.service();
        assertThatThrownBy(() -> fresh.open(name)).isInstanceOf(KeyMissing.class)
                .isNotInstanceOf(MongoException.class);
        assertThatThrownBy(() -> fresh.seal(CASE, "Wilner")).isInstanceOf(KeyMissing.class);
    }

    @Test
    void anUnavailableVaultIsNotAnErasure() {
        Privacy owner = vault.service();
        owner.register(CASE);
        Sealed name = owner.seal(CASE, "Wilner");
        Privacy fresh = vault.service();
        vault.stop();
        assertThatThrownBy(() -> fresh.open(name)).isInstanceOf(KeyUnavailable.class)
                .isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> fresh.register(Subject.ofCase("c2"))).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void rejectsAModifiedCiphertext() {
        Privacy privacy = vault.service();
        privacy.register(CASE);
        byte[] bytes = Base64.getDecoder().decode(privacy.seal(CASE, "Wilner").ciphertext());
        bytes[bytes.length - 1] ^= 1;
        Sealed changed = new Sealed(CASE.name(), Base64.getEncoder().encodeToString(bytes));
        assertThatThrownBy(() -> privacy.open(changed)).isInstanceOf(SealedValueCorrupt.class);
        assertThatThrownBy(() -> privacy.open(new Sealed(CASE.name(), "%%%"))).isInstanceOf(SealedValueCorrupt.class);
        assertThatThrownBy(() -> privacy.open(new Sealed(CASE.name(), "AAAA"))).isInstanceOf(SealedValueCorrupt.class);
    }

    @Test
    void worksConcurrently() throws Exception {
        Privacy privacy = vault.service();
        List<Future<Boolean>> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Subject subject = Subject.ofCase("many-" + i % 10);
                String text = "text " + i;
                done.add(threads.submit(() -> {
                    privacy.register(subject);
                    return privacy.open(privacy.seal(subject, text)).orElseThrow().equals(text);
                }));
            }
        }
        for (Future<Boolean> one : done) {
            assertThat(one.get()).isTrue();
        }
    }
}
