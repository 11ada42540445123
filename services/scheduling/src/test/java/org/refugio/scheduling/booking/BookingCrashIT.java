package org.refugio.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.IntakeEvent.AuthorityInterviewSet;
import org.refugio.contracts.ResourceKind;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.IndependentCheck;
import org.refugio.scheduling.TestOffice;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AuthorityInterviews;
import org.refugio.scheduling.appointments.holding.CollisionChecks;
import org.refugio.scheduling.booking.CrashingClaims.CrashPoint;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.claims.Claims;
import org.refugio.scheduling.resources.Resources;
import org.refugio.testkit.RefugioTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Simulates a crash at each step of every operation on claims, followed by a sweep of another process. */
@RefugioTest
@Import(BookingDesk.SharedComponents.class)
@TestPropertySource(properties = {"refugio.scheduling.directory=classpath:directory-trial.json",
        "refugio.scheduling.leases.sweep-every=1h", "logging.structured.format.console="})
class BookingCrashIT {

    private static final int MAX_STEPS = 60;

    @Autowired
    private BookingDesk.SharedComponents shared;

    @Autowired
    private AggregateRepository<Appointment> appointments;

    @Autowired
    private Claims claims;

    @Autowired
    private Resources resources;

    @Autowired
    private MongoDatabase database;

    private static final EntityTag BOOKED = EntityTag.parse("date=1;status=BOOKED;answer=NONE").orElseThrow();

    private final AtomicReference<Duration> clockOffset = new AtomicReference<>(Duration.ZERO);
    private final KnownCase about = new KnownCase("c" + UUID.randomUUID(), "tapachula", "America/Mexico_City", "ht");
    private BookingDesk desk;
    private IndependentCheck check;

    /** An operation of a process under a key. */
    private interface BookingOperation extends BiFunction<BookingDesk, CommandKey, CommandOutcome> {
    }

    @BeforeEach
    void deleteAppointments() {
        database.getCollection("appointments").deleteMany(new org.bson.Document());
        database.getCollection("claims").deleteMany(new org.bson.Document());
        desk = BookingDesk.of(shared, appointments, claims, clockOffset);
        check = new IndependentCheck(database);
    }

    @Test
    void aBookingHoldsAllClaimsOrNoneAndTheSameKeyCompletesIt() {
        int crashes = crashAtEveryStep(key -> {
        }, (crashing, key) -> crashing.book().handle(booking(1), about, key, "me"), 1);
        assertThat(crashes).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aConflictingBookingLeavesNoClaims() {
        int crashes = crashAtEveryStep(
                key -> desk.book().handle(booking(1), new KnownCase("other", "tapachula", about.zone(), "ht"), key,
                        "me"),
                (crashing, key) -> crashing.book().handle(booking(1), about, key, "me"), 1);
        assertThat(crashes).isGreaterThan(15);
    }

    @Test
    void aMoveIsCompletedOrHasNoEffect() {
        AtomicReference<String> id = new AtomicReference<>();
        int crashes = crashAtEveryStep(
                key -> id.set(idOf(desk.book().handle(booking(1), about, key, "me"))),
                (crashing, key) -> crashing.reschedule().handle(id.get(), moving(30), about, key,
                        new RescheduleAppointment.Sender("me", BOOKED)),
                1);
        assertThat(crashes).isGreaterThan(15);
    }

    @Test
    void aCancellationReleasesAllClaims() {
        AtomicReference<String> id = new AtomicReference<>();
        int crashes = crashAtEveryStep(
                key -> id.set(idOf(desk.book().handle(booking(1), about, key, "me"))),
                (crashing, key) -> crashing.cancel().handle(id.get(), BOOKED, key, "me"), 0);
        assertThat(crashes).isGreaterThan(5);
    }

    @Test
    void aProcessThatStallsPastItsLeaseBooksNothingWhenItResumes() {
        BookingDesk stalling = BookingDesk.of(shared, appointments,
                new StallingClaims(claims, this::expireLeasesAndSweep), clockOffset);
        CommandKey key = key();
        assertThat(stalling.book().handle(booking(1), about, key, "me")).isInstanceOfSatisfying(
                CommandOutcome.Refused.class,
                refused -> assertThat(refused.refusal()).isInstanceOf(BookingRefusal.TookTooLong.class));
        check.claimsAreExactlyThoseOfBookedAppointments();
        assertThat(desk.book().handle(booking(1), about, key, "me")).isInstanceOf(CommandOutcome.Done.class);
        expireLeasesAndSweep();
        check.claimsAreExactlyThoseOfBookedAppointments();
    }

    @Test
    void claimsOfAStalledProcessThatCrashedAreReleasedLater() {
        CrashingClaims crashing = new CrashingClaims(1, CrashPoint.AFTER);
        BookingDesk stalling = BookingDesk.of(shared, appointments, new StallingClaims(crashing.claims(claims), () -> {
            clockOffset.updateAndGet(now -> now.plusMinutes(1));
            desk.sweeper().sweep();
        }), clockOffset);
        assertThat(crashes(() -> stalling.book().handle(booking(1), about, key(), "me"))).isTrue();
        assertThat(database.getCollection("claims").countDocuments()).isPositive();
        expireLeasesAndSweep();
        check.claimsAreExactlyThoseOfBookedAppointments();
    }

    @Test
    void claimsTakenAfterTheLastReleaseDoNotBlockABooking() {
        CrashingClaims crashing = new CrashingClaims(1, CrashPoint.AFTER);
        BookingDesk stalling = BookingDesk.of(shared, appointments,
                new StallingClaims(crashing.claims(claims), this::expireLeasesAndSweep), clockOffset);
        assertThat(crashes(() -> stalling.book().handle(booking(1), about, key(), "me"))).isTrue();
        assertThat(desk.book().handle(booking(1), about, key(), "you")).isInstanceOf(CommandOutcome.Done.class);
        check.noHolderIsDoubleBooked();
        check.claimsAreExactlyThoseOfBookedAppointments();
    }

    @Test
    void theAuthoritysDateIsRecordedAfterACrashAtEveryStep() {
        for (CrashPoint crashPoint : CrashPoint.values()) {
            for (int step = 1; step < MAX_STEPS; step++) {
                deleteAppointments();
                CrashingClaims crashing = new CrashingClaims(step, crashPoint);
                BookingDesk crashingDesk = BookingDesk.of(shared, crashing.aggregates(appointments),
                        crashing.claims(claims),
                        clockOffset);
                AuthorityInterviewSet first = interview(TestOffice.tuesday(2, 9, 0));
                AuthorityInterviewSet second = interview(TestOffice.tuesday(2, 10, 0));
                desk.authority().record(first, Optional.of(about), source(1));
                boolean crashed = crashes(() -> crashingDesk.authority().record(second, Optional.of(about), source(2)));
                desk.authority().record(second, Optional.of(about), source(2));
                expireLeasesAndSweep();
                check.claimsAreExactlyThoseOfBookedAppointments();
                assertThat(check.bookedCount()).isEqualTo(1);
                assertThat(appointments.where(new org.bson.Document(), new org.bson.Document(), 0, 2))
                        .allSatisfy(each -> assertThat(each.state().revision()).isEqualTo(2));
                if (!crashed) {
                    break;
                }
            }
        }
    }

    @Test
    void aMovedAuthoritysDateTakesTheClaimsThatTheEarlierDateDidNotObtain() {
        String booked = idOf(desk.book().handle(booking(1), about, key(), "me"));
        desk.authority().record(interview(TestOffice.tuesday(1, 10, 0)), Optional.of(about), source(1));
        desk.cancel().handle(booked, BOOKED, key(), "me");
        desk.authority().record(interview(TestOffice.tuesday(1, 10, 30)), Optional.of(about), source(2));
        expireLeasesAndSweep();
        check.claimsAreExactlyThoseOfBookedAppointments();
        assertThat(check.nothingIsUnsettled()).isTrue();
    }

    @Test
    void aMovedAuthoritysDateKeepsTheClaimsThatACrashedAttemptTook() {
        for (int step = 1; step < MAX_STEPS; step++) {
            deleteAppointments();
            CrashingClaims crashing = new CrashingClaims(step, CrashPoint.AFTER);
            BookingDesk crashingDesk = BookingDesk.of(shared, crashing.aggregates(appointments),
                    crashing.claims(claims), clockOffset);
            desk.authority().record(interview(TestOffice.tuesday(2, 9, 0)), Optional.of(about), source(1));
            boolean crashed = crashes(() -> crashingDesk.authority().record(interview(TestOffice.tuesday(2, 13, 0)),
                    Optional.of(about), source(2)));
            desk.authority().record(interview(TestOffice.tuesday(2, 14, 0)), Optional.of(about), source(3));
            expireLeasesAndSweep();
            check.claimsAreExactlyThoseOfBookedAppointments();
            if (!crashed) {
                break;
            }
        }
    }

    @Test
    void aPastInterviewHasNoCollisionsAndDoesNotBlockAPreparation() {
        desk.authority().record(interview(LocalDateTime.now().minusDays(2).withMinute(0).withSecond(0).withNano(0)),
                Optional.of(about), source(1));
        String id = AuthorityInterviews.idFor(about.caseId());
        appointments.update(id, found -> Decision
                .changed(found.withCollisions(List.of("another"), CollisionChecks.NONE)));
        desk.sweeper().sweep();
        assertThat(appointments.find(id).orElseThrow().state().collisions()).isEmpty();
        assertThat(check.nothingIsUnsettled()).isTrue();
        BookAppointment.Command preparation = new BookAppointment.Command(about.caseId(), "INTERVIEW_PREPARATION",
                TestOffice.tuesday(1, 10, 0), 60, resource(ResourceKind.LAWYER, "es"),
                resource(ResourceKind.INTERPRETER, "ht"), resource(ResourceKind.ROOM, null));
        assertThat(desk.book().handle(preparation, about, key(), "me")).isInstanceOf(CommandOutcome.Done.class);
    }

    /** At each step, in each way; returns the number of crashes. */
    private int crashAtEveryStep(Consumer<CommandKey> before, BookingOperation operation,
            long expectedBooked) {
        int crashes = 0;
        for (CrashPoint crashPoint : CrashPoint.values()) {
            for (int step = 1; step < MAX_STEPS; step++) {
                deleteAppointments();
                before.accept(key());
                CrashingClaims crashing = new CrashingClaims(step, crashPoint);
                BookingDesk crashingDesk = BookingDesk.of(shared, crashing.aggregates(appointments),
                        crashing.claims(claims),
                        clockOffset);
                CommandKey key = key();
                boolean crashed = crashes(() -> operation.apply(crashingDesk, key));
                check.noHolderIsDoubleBooked();
                expireLeasesAndSweep();
                check.noHolderIsDoubleBooked();
                check.claimsAreExactlyThoseOfBookedAppointments();
                assertThat(check.nothingIsUnsettled()).isTrue();
                CommandOutcome repeated = operation.apply(desk, key);
                assertThat(operation.apply(desk, key).toString()).isEqualTo(repeated.toString());
                expireLeasesAndSweep();
                check.claimsAreExactlyThoseOfBookedAppointments();
                assertThat(check.bookedCount()).as("%s step %d", crashPoint, step).isEqualTo(expectedBooked);
                if (!crashed) {
                    break;
                }
                crashes++;
            }
        }
        return crashes;
    }

    private static boolean crashes(Runnable operation) {
        try {
            operation.run();
            return false;
        } catch (CrashingClaims.Crashed crashed) {
            return true;
        }
    }

    /** Lets every lease expire and sweeps, repeatedly. */
    private void expireLeasesAndSweep() {
        for (int i = 0; i < 3; i++) {
            clockOffset.updateAndGet(now -> now.plusMinutes(3));
            desk.sweeper().sweep();
        }
    }

    private BookAppointment.Command booking(int week) {
        return new BookAppointment.Command(about.caseId(), "CONSULTATION",
                TestOffice.tuesday(week, 10, 0), 60, resource(ResourceKind.LAWYER, "es"),
                resource(ResourceKind.INTERPRETER, "ht"), resource(ResourceKind.ROOM, null));
    }

    private RescheduleAppointment.Command moving(int minutes) {
        return new RescheduleAppointment.Command(TestOffice.tuesday(1, 10, 0).plusMinutes(minutes), null, null, null,
                null);
    }

    private AuthorityInterviewSet interview(LocalDateTime start) {
        return new AuthorityInterviewSet(about.caseId(), "tapachula", start, about.zone(),
                start.atZone(ZoneId.of(about.zone())).toInstant(), new Sealed("case:x", "AA=="), "me");
    }

    private EventOrigin source(long sequence) {
        return new EventOrigin("intake", about.caseId(), sequence, about.caseId(), Instant.now());
    }

    private String resource(ResourceKind kind, String language) {
        return resources.ofOffice("tapachula").stream()
                .filter(each -> each.kind() == kind && (language == null || each.speaks(language))).findFirst()
                .orElseThrow().resourceId();
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString(), "f");
    }

    private static String idOf(CommandOutcome outcome) {
        return ((CommandOutcome.Done) outcome).receipt().aggregate();
    }
}
