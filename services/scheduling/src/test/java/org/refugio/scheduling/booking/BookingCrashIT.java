package org.refugio.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.IntakeEvent.AuthorityInterviewSet;
import org.refugio.contracts.ResourceKind;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.IndependentCheck;
import org.refugio.scheduling.TestOffice;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.booking.CrashingClaims.How;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.claims.Claims;
import org.refugio.scheduling.resources.Resources;
import org.refugio.testkit.RefugioTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A process dies at each step of everything that touches claims; then the sweeper of another one comes by. */
@RefugioTest
@Import(BookingDesk.Ground.class)
@TestPropertySource(properties = {"refugio.scheduling.directory=classpath:directory-trial.json",
        "refugio.scheduling.leases.sweep-every=1h", "logging.structured.format.console="})
class BookingCrashIT {

    private static final int MORE_STEPS_THAN_ANYTHING_HAS = 60;

    @Autowired
    private BookingDesk.Ground ground;

    @Autowired
    private AggregateRepository<Appointment> appointments;

    @Autowired
    private Claims claims;

    @Autowired
    private Resources resources;

    @Autowired
    private MongoDatabase database;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final KnownCase about = new KnownCase("c" + UUID.randomUUID(), "tapachula", "America/Mexico_City", "ht");
    private BookingDesk desk;
    private IndependentCheck check;

    /** Something that a desk does, told a key to do it under. */
    private interface Doing extends BiFunction<BookingDesk, CommandKey, CommandOutcome> {
    }

    @BeforeEach
    void emptyBook() {
        database.getCollection("appointments").deleteMany(new org.bson.Document());
        database.getCollection("claims").deleteMany(new org.bson.Document());
        desk = BookingDesk.of(ground, appointments, claims, ahead);
        check = new IndependentCheck(database);
    }

    @Test
    void bookingHoldsAllOrNothingAndTheSameKeyBooksItAfterwards() {
        int deaths = dieEverywhere(key -> {
        }, (mortal, key) -> mortal.book().handle(booking(1), about, key, "me"), _ -> 1L);
        assertThat(deaths).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aBookingThatMeetsAnotherLeavesNothingBehind() {
        int deaths = dieEverywhere(
                key -> desk.book().handle(booking(1), new KnownCase("other", "tapachula", about.zone(), "ht"), key,
                        "me"),
                (mortal, key) -> mortal.book().handle(booking(1), about, key, "me"), _ -> 1L);
        assertThat(deaths).isGreaterThan(15);
    }

    @Test
    void aMoveHappensWhollyOrNot() {
        AtomicReference<String> id = new AtomicReference<>();
        int deaths = dieEverywhere(
                key -> id.set(saved(desk.book().handle(booking(1), about, key, "me"))),
                (mortal, key) -> mortal.reschedule().handle(id.get(), moving(30), about, key, "me"), _ -> 1L);
        assertThat(deaths).isGreaterThan(15);
    }

    @Test
    void aCancellationFreesEverything() {
        AtomicReference<String> id = new AtomicReference<>();
        int deaths = dieEverywhere(
                key -> id.set(saved(desk.book().handle(booking(1), about, key, "me"))),
                (mortal, key) -> mortal.cancel().handle(id.get(), key, "me"), _ -> 0L);
        assertThat(deaths).isGreaterThan(5);
    }

    @Test
    void aProcessThatStallsPastItsLeaseBooksNothingWhenItWakes() {
        BookingDesk stalling = BookingDesk.of(ground, appointments, new StallingClaims(claims, this::laterOn), ahead);
        CommandKey key = key();
        assertThat(stalling.book().handle(booking(1), about, key, "me")).isInstanceOfSatisfying(
                CommandOutcome.Refused.class,
                refused -> assertThat(refused.refusal()).isInstanceOf(BookingRefusal.TookTooLong.class));
        check.claimsAreExactlyThoseOfWhatStands();
        assertThat(desk.book().handle(booking(1), about, key, "me")).isInstanceOf(CommandOutcome.Done.class);
        laterOn();
        check.claimsAreExactlyThoseOfWhatStands();
    }

    @Test
    void whatAStalledProcessTookBeforeItDiedIsFoundLater() {
        CrashingClaims mortal = new CrashingClaims(1, How.AFTER);
        BookingDesk stalling = BookingDesk.of(ground, appointments, new StallingClaims(mortal.claims(claims), () -> {
            ahead.updateAndGet(now -> now.plusMinutes(1));
            desk.sweeper().sweep();
        }), ahead);
        assertThat(dies(() -> stalling.book().handle(booking(1), about, key(), "me"))).isTrue();
        assertThat(database.getCollection("claims").countDocuments()).isPositive();
        laterOn();
        check.claimsAreExactlyThoseOfWhatStands();
    }

    @Test
    void whatADeadProcessTookAfterTheLastLookIsInNobodysWay() {
        CrashingClaims mortal = new CrashingClaims(1, How.AFTER);
        BookingDesk stalling = BookingDesk.of(ground, appointments,
                new StallingClaims(mortal.claims(claims), this::laterOn), ahead);
        assertThat(dies(() -> stalling.book().handle(booking(1), about, key(), "me"))).isTrue();
        assertThat(desk.book().handle(booking(1), about, key(), "you")).isInstanceOf(CommandOutcome.Done.class);
        check.nobodyIsInTwoPlaces();
        check.claimsAreExactlyThoseOfWhatStands();
    }

    @Test
    void theAuthoritysDateIsRecordedWhereverTheProcessDies() {
        for (How how : How.values()) {
            for (int step = 1; step < MORE_STEPS_THAN_ANYTHING_HAS; step++) {
                emptyBook();
                CrashingClaims mortal = new CrashingClaims(step, how);
                BookingDesk dying = BookingDesk.of(ground, mortal.aggregates(appointments), mortal.claims(claims),
                        ahead);
                AuthorityInterviewSet first = interview(TestOffice.tuesday(2, 9, 0));
                AuthorityInterviewSet second = interview(TestOffice.tuesday(2, 10, 0));
                desk.authority().set(first, Optional.of(about), source(1));
                boolean died = dies(() -> dying.authority().set(second, Optional.of(about), source(2)));
                desk.authority().set(second, Optional.of(about), source(2));
                laterOn();
                check.claimsAreExactlyThoseOfWhatStands();
                assertThat(check.standingCount()).isEqualTo(1);
                assertThat(appointments.where(new org.bson.Document(), new org.bson.Document(), 0, 2))
                        .allSatisfy(each -> assertThat(each.state().revision()).isEqualTo(2));
                if (!died) {
                    break;
                }
            }
        }
    }

    /** At each step, in each way; returns how often something died. */
    private int dieEverywhere(java.util.function.Consumer<CommandKey> before, Doing doing,
            Function<String, Long> standing) {
        int deaths = 0;
        for (How how : How.values()) {
            for (int step = 1; step < MORE_STEPS_THAN_ANYTHING_HAS; step++) {
                emptyBook();
                before.accept(key());
                CrashingClaims mortal = new CrashingClaims(step, how);
                BookingDesk dying = BookingDesk.of(ground, mortal.aggregates(appointments), mortal.claims(claims),
                        ahead);
                CommandKey key = key();
                boolean died = dies(() -> doing.apply(dying, key));
                check.nobodyIsInTwoPlaces();
                laterOn();
                check.nobodyIsInTwoPlaces();
                check.claimsAreExactlyThoseOfWhatStands();
                assertThat(check.nothingIsUnsettled()).isTrue();
                CommandOutcome repeated = doing.apply(desk, key);
                assertThat(doing.apply(desk, key).toString()).isEqualTo(repeated.toString());
                laterOn();
                check.claimsAreExactlyThoseOfWhatStands();
                assertThat(check.standingCount()).as("%s step %d", how, step).isEqualTo(standing.apply(""));
                if (!died) {
                    break;
                }
                deaths++;
            }
        }
        return deaths;
    }

    private static boolean dies(Runnable doing) {
        try {
            doing.run();
            return false;
        } catch (CrashingClaims.Died died) {
            return true;
        }
    }

    /** Every lease runs out, twice over, and somebody sweeps. */
    private void laterOn() {
        for (int i = 0; i < 3; i++) {
            ahead.updateAndGet(now -> now.plusMinutes(3));
            desk.sweeper().sweep();
        }
    }

    private BookAppointment.Command booking(int week) {
        return new BookAppointment.Command(about.caseId(), "CONSULTATION",
                TestOffice.tuesday(week, 10, 0), 60, any(ResourceKind.LAWYER, "es"),
                any(ResourceKind.INTERPRETER, "ht"), any(ResourceKind.ROOM, null));
    }

    private RescheduleAppointment.Command moving(int minutes) {
        return new RescheduleAppointment.Command(TestOffice.tuesday(1, 10, 0).plusMinutes(minutes), null, null, null,
                null, 1);
    }

    private AuthorityInterviewSet interview(LocalDateTime start) {
        return new AuthorityInterviewSet(about.caseId(), "tapachula", start, about.zone(),
                start.atZone(ZoneId.of(about.zone())).toInstant(), new Sealed("case:x", "AA=="), "me");
    }

    private EventOrigin source(long sequence) {
        return new EventOrigin("intake", about.caseId(), sequence, about.caseId(), Instant.now());
    }

    private String any(ResourceKind kind, String language) {
        return resources.ofOffice("tapachula").stream()
                .filter(each -> each.kind() == kind && (language == null || each.speaks(language))).findFirst()
                .orElseThrow().resourceId();
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString(), "f");
    }

    private static String saved(CommandOutcome outcome) {
        return ((CommandOutcome.Done) outcome).receipt().aggregate();
    }
}
