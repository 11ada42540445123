package org.refugio.store.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreEngineTest {

    private static final byte[] KEY = "a".getBytes(UTF_8);
    private static final byte[] FILE_KEY = new byte[32];

    @TempDir
    private Path folder;

    private StoreEngine engine;
    private StoreCatalog catalog;

    @BeforeEach
    void open() {
        engine = StoreEngine.open(folder.resolve("documents"), true);
        catalog = StoreCatalog.open(engine, FILE_KEY);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void a_reader_does_not_see_what_is_not_yet_durable() {
        KeySpace space = engine.writing(() -> catalog.space("s"));

        String seen = engine.writing(() -> {
            put(space, "new");
            engine.store();
            return elsewhere(() -> engine.reading(() -> get(space)));
        });

        assertThat(seen).isNull();
        assertThat(engine.reading(() -> get(space))).isEqualTo("new");
    }

    @Test
    void a_writer_sees_what_another_has_stored_and_answers_only_when_that_is_durable() {
        KeySpace space = engine.writing(() -> catalog.space("s"));

        String seen = engine.writing(() -> {
            put(space, "new");
            engine.store();
            return elsewhere(() -> {
                String found = engine.writing(() -> get(space));
                assertThat(engine.reading(() -> get(space))).isEqualTo(found);
                return found;
            });
        });

        assertThat(seen).isEqualTo("new");
    }

    @Test
    void a_reader_keeps_its_state_and_a_writer_does_not_wait_for_it() {
        KeySpace space = engine.writing(() -> {
            KeySpace made = catalog.space("s");
            put(made, "old");
            engine.store();
            return made;
        });

        String after = engine.reading(() -> {
            elsewhere(() -> engine.writing(() -> {
                put(space, "new");
                engine.store();
                return null;
            }));
            return get(space);
        });

        assertThat(after).isEqualTo("old");
        assertThat(engine.reading(() -> get(space))).isEqualTo("new");
    }

    @Test
    void changes_of_work_that_fails_are_not_stored_but_its_name_keeps_its_number() {
        assertThatThrownBy(() -> engine.writing(() -> {
            put(catalog.space("s"), "half");
            throw new IllegalStateException("half way");
        })).hasMessage("half way");
        engine.writing(() -> {
            put(catalog.space("s"), "whole");
            engine.store();
            return null;
        });
        reopen(FILE_KEY);

        assertThat(engine.writing(() -> get(catalog.space("s")))).isEqualTo("whole");
    }

    @Test
    void a_dropped_space_is_empty_when_its_name_is_used_again() {
        engine.writing(() -> {
            put(catalog.space("s"), "old");
            engine.store();
            catalog.drop("s");
            engine.store();
            return null;
        });

        assertThat(engine.writing(() -> get(catalog.space("s")))).isNull();
        assertThat(catalog.names()).containsExactly("s");
    }

    @Test
    void a_reading_command_cannot_change_anything() {
        KeySpace space = engine.writing(() -> catalog.space("s"));

        assertThatThrownBy(() -> engine.reading(() -> {
            put(space, "new");
            return null;
        })).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealed_values_open_after_a_restart_with_the_same_key_only() {
        engine.writing(() -> {
            catalog.sealedSpace("s").put(KEY, "secret".getBytes(UTF_8), 6);
            engine.store();
            return null;
        });
        assertThat(new String(engine.reading(() -> catalogSpace().get(KEY)), UTF_8)).doesNotContain("secret");
        reopen(FILE_KEY);
        assertThat(engine.reading(() -> catalog.sealedSpace("s").get(KEY))).asString(UTF_8).isEqualTo("secret");

        byte[] another = new byte[32];
        another[0] = 1;
        assertThatThrownBy(() -> reopen(another)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void a_sealed_value_that_was_moved_or_changed_does_not_open() {
        SealedSpace sealed = engine.writing(() -> {
            SealedSpace made = catalog.sealedSpace("s");
            made.put(KEY, "secret".getBytes(UTF_8), 6);
            engine.store();
            return made;
        });
        byte[] moved = "b".getBytes(UTF_8);
        engine.writing(() -> {
            byte[] value = catalogSpace().get(KEY);
            catalogSpace().put(moved, value.clone());
            value[value.length - 1] ^= 1;
            catalogSpace().put(KEY, value);
            engine.store();
            return null;
        });

        assertThatThrownBy(() -> engine.reading(() -> sealed.get(moved))).isInstanceOf(StorageFailure.class);
        assertThatThrownBy(() -> engine.reading(() -> sealed.get(KEY))).isInstanceOf(StorageFailure.class);
    }

    @Test
    void data_in_use_is_not_opened_again_and_a_closed_store_says_so() {
        assertThatThrownBy(() -> StoreEngine.open(folder.resolve("documents"), true))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("another process uses it");
        engine.close();
        assertThatThrownBy(() -> engine.reading(() -> null)).hasMessageContaining("closed");
    }

    private KeySpace catalogSpace() {
        return catalog.space("s");
    }

    private void reopen(byte[] key) {
        engine.close();
        engine = StoreEngine.open(folder.resolve("documents"), true);
        catalog = StoreCatalog.open(engine, key);
    }

    private static void put(KeySpace space, String value) {
        space.put(KEY, value.getBytes(UTF_8));
    }

    private static String get(KeySpace space) {
        byte[] value = space.get(KEY);
        return value == null ? null : new String(value, UTF_8);
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
