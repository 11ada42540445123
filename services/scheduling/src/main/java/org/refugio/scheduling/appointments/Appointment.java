package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.SchedulingEvent.CollisionsChanged;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.holding.AppointmentClaims;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.CollisionChecks;
import org.refugio.scheduling.appointments.holding.PendingRelease;
import org.refugio.scheduling.claims.ClaimIds;

/**
 * An appointment.
 *
 * @param plan the current date; for a PENDING appointment the requested date
 * @param revision the number of dates that it has had; 0 before the first
 * @param collisions appointments that conflict with a date set by the authority
 * @param bucket the office and local day, used by list queries
 * @param unsettled true while the sweeper has to process it, otherwise absent
 * @param lookAt when the sweeper has to process it
 * @param collisionChecks the checks of its collisions; a change of the appointment starts them again; null without any
 */
public record Appointment(String appointmentId, AppointmentSubject about, AppointmentStatus status, int revision,
        AppointmentPlan plan, ApplicantAnswer answer,
        AppointmentClaims holdings, List<String> collisions, List<AppointmentHistoryEntry> history, String bucket,
        Boolean unsettled,
        Instant lookAt, CollisionChecks collisionChecks) {

    /** The parts of {@link #tag}. */
    public static final String DATE = "date";
    public static final String STATUS = "status";
    public static final String ANSWER = "answer";

    private static final int MAX_HISTORY = 60;

    public Appointment {
        LocalDate day = plan.when().localStart().toLocalDate();
        bucket = ClaimIds.bucket(about.office(), day);
        collisionChecks = collisions.isEmpty()
                ? null
                : Objects.requireNonNullElse(collisionChecks, CollisionChecks.NONE);
        lookAt = Stream
                .concat(Stream.ofNullable(holdings.nextSweep()),
                        collisions.isEmpty() ? Stream.empty() : Stream.of(collisionChecks.next()))
                .min(Instant::compareTo).orElse(null);
        unsettled = lookAt == null ? null : true;
    }

    Appointment(String appointmentId, AppointmentSubject about, AppointmentStatus status, int revision,
            AppointmentPlan plan, ApplicantAnswer answer,
            AppointmentClaims holdings, List<String> collisions, List<AppointmentHistoryEntry> history) {
        this(appointmentId, about, status, revision, plan, answer, holdings, collisions, history, null, null, null,
                null);
    }

    /** A requested appointment, which holds no claims. */
    public static Appointment requested(String id, AppointmentSubject about, BookingIntent intent) {
        return new Appointment(id, about, AppointmentStatus.PENDING, 0, intent.plan(), ApplicantAnswer.NONE,
                new AppointmentClaims(List.of(), intent, List.of()), List.of(), List.of());
    }

    /** Whether the appointment is booked at this revision. */
    public boolean isValid(int atRevision) {
        return status == AppointmentStatus.BOOKED && revision == atRevision;
    }

    /** What commands depend on: the date with its people and its room, the status, and the person's answer. */
    public EntityTag tag() {
        return EntityTag.of(DATE, revision).and(STATUS, status).and(ANSWER, answer);
    }

    /** The refusal of a command that depends on these parts and whose sender saw an earlier state of them. */
    public Optional<AppointmentRefusal> outdated(EntityTag seen, String... dependsOn) {
        return tag().isSeenIn(seen, dependsOn)
                ? Optional.empty()
                : Optional.of(new AppointmentRefusal.ChangedMeanwhile(seen, this));
    }

    public boolean setByAuthority() {
        return AppointmentKind.withId(about.kind()).filter(AppointmentKind::setByAuthority).isPresent();
    }

    /** Starts a new attempt: a move of a booked appointment, or a repetition of one that was never booked. */
    public Appointment withAttempt(BookingIntent intent, List<Instant> releaseTimes) {
        AppointmentClaims next = holdings.startAttempt(intent, releaseTimes);
        return status.committed()
                ? with(status, next)
                : new Appointment(appointmentId, about, AppointmentStatus.PENDING, 0, intent.plan(), answer, next,
                        collisions,
                        history);
    }

    /** The attempt is abandoned. */
    public Appointment withAttemptAbandoned(List<Instant> releaseTimes) {
        return with(status == AppointmentStatus.PENDING ? AppointmentStatus.ABORTED : status,
                holdings.abandonAttempt(releaseTimes));
    }

    /** The attempt succeeded: its date becomes the current one. */
    public Appointment dated(List<String> conflicting, Instant at, Instant machineNow) {
        BookingIntent intent = holdings.intent();
        int next = revision + 1;
        return new Appointment(appointmentId, about, AppointmentStatus.BOOKED, next, intent.plan(),
                ApplicantAnswer.NONE,
                holdings.succeed(intent.plan().claims(about.caseId()), machineNow), conflicting,
                withHistory(new AppointmentHistoryEntry(
                        revision == 0 ? AppointmentHistoryEntry.What.BOOKED : AppointmentHistoryEntry.What.MOVED, next,
                        intent.by(), at)));
    }

    /** It is cancelled: all claims are to be released. */
    public Appointment cancelled(String by, Instant at, Instant machineNow, List<Instant> releaseTimes) {
        return new Appointment(appointmentId, about, AppointmentStatus.CANCELLED, revision, plan, answer,
                holdings.releaseAll(machineNow, releaseTimes), List.of(),
                withHistory(new AppointmentHistoryEntry(AppointmentHistoryEntry.What.CANCELLED, revision, by, at)));
    }

    /** It was held or missed; a move in progress is abandoned. */
    public Appointment ended(AppointmentStatus end, String by, Instant at, List<Instant> releaseTimes) {
        AppointmentHistoryEntry.What what = end == AppointmentStatus.HELD
                ? AppointmentHistoryEntry.What.HELD
                : AppointmentHistoryEntry.What.MISSED;
        return new Appointment(appointmentId, about, end, revision, plan, answer, holdings.abandonAttempt(releaseTimes),
                List.of(),
                withHistory(new AppointmentHistoryEntry(what, revision, by, at)));
    }

    /** The person answered about the current date. */
    public Appointment answered(ApplicantAnswer given, String by, Instant at) {
        AppointmentHistoryEntry.What what = given == ApplicantAnswer.CONFIRMED
                ? AppointmentHistoryEntry.What.CONFIRMED
                : AppointmentHistoryEntry.What.CHANGE_REQUESTED;
        return new Appointment(appointmentId, about, status, revision, plan, given, holdings, collisions,
                withHistory(new AppointmentHistoryEntry(what, revision, by, at)));
    }

    /** Whether the current answer was given later than this. */
    boolean wasAnsweredAfter(Instant at) {
        return answer != ApplicantAnswer.NONE && history.reversed().stream()
                .filter(each -> each.what() == AppointmentHistoryEntry.What.CONFIRMED
                        || each.what() == AppointmentHistoryEntry.What.CHANGE_REQUESTED)
                .findFirst().filter(last -> last.at().isAfter(at)).isPresent();
    }

    /** The person answered about an earlier date, or before the current answer: recorded in the history only. */
    public Appointment answeredTooLate(int answeredRevision, String by, Instant at) {
        return new Appointment(appointmentId, about, status, revision, plan, answer, holdings, collisions,
                withHistory(new AppointmentHistoryEntry(AppointmentHistoryEntry.What.ANSWER_TOO_LATE, answeredRevision,
                        by, at)));
    }

    /** The collisions were determined again. */
    public Appointment withCollisions(List<String> others, CollisionChecks checks) {
        return new Appointment(appointmentId, about, status, revision, plan, answer, holdings, others, history, null,
                null, null, checks);
    }

    /** The event about the changed collisions. */
    public CollisionsChanged collisionsChanged(List<String> others, Instant at) {
        return new CollisionsChanged(appointmentId, revision, about.caseId(), about.office(), others, at);
    }

    public Appointment withReleased(List<PendingRelease> done) {
        return with(status, holdings.withReleased(done));
    }

    /** The appointment as published in events. */
    public AppointmentDetails details() {
        AppointmentTime when = plan.when();
        return new AppointmentDetails(appointmentId, revision, about.caseId(), about.office(), about.kind(),
                when.localStart(), when.zone(), when.start(), when.minutes(), about.language(), plan.lawyerId(),
                plan.interpreterId(), plan.roomId(), plan.place(), collisions);
    }

    private Appointment with(AppointmentStatus next, AppointmentClaims held) {
        return new Appointment(appointmentId, about, next, revision, plan, answer, held, collisions, history);
    }

    private List<AppointmentHistoryEntry> withHistory(AppointmentHistoryEntry entry) {
        return Stream.concat(history.stream().skip(Math.max(0, history.size() - MAX_HISTORY + 1)), Stream.of(entry))
                .toList();
    }
}
