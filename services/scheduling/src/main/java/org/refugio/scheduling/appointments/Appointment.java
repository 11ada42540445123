package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.SchedulingEvent.CollisionsChanged;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.holding.AppointmentClaims;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.PendingRelease;
import org.refugio.scheduling.claims.ClaimIds;

/**
 * An appointment.
 *
 * @param plan the date as it stands; of a PENDING one the date that is wanted
 * @param revision counts the dates that it has had; 0 while it has none
 * @param collisions appointments that a date set by an authority falls upon
 * @param bucket its office's day, by which lists find it
 * @param unsettled true while somebody should look at it by themselves, else absent
 * @param lookAt when
 */
public record Appointment(String appointmentId, AppointmentSubject about, AppointmentStatus status, int revision,
        AppointmentPlan plan, ApplicantAnswer answer,
        AppointmentClaims holdings, List<String> collisions, List<AppointmentHistoryEntry> history, String bucket,
        Boolean unsettled,
        Instant lookAt) {

    private static final int REMEMBERED = 60;

    public Appointment {
        LocalDate day = plan.when().localStart().toLocalDate();
        bucket = ClaimIds.bucket(about.office(), day);
        lookAt = collisions.isEmpty() ? holdings.nextLook() : Instant.EPOCH;
        unsettled = lookAt == null ? null : true;
    }

    Appointment(String appointmentId, AppointmentSubject about, AppointmentStatus status, int revision,
            AppointmentPlan plan, ApplicantAnswer answer,
            AppointmentClaims holdings, List<String> collisions, List<AppointmentHistoryEntry> history) {
        this(appointmentId, about, status, revision, plan, answer, holdings, collisions, history, null, null, null);
    }

    /** One that is wanted, and holds nothing. */
    public static Appointment wanted(String id, AppointmentSubject about, BookingIntent intent) {
        return new Appointment(id, about, AppointmentStatus.PENDING, 0, intent.plan(), ApplicantAnswer.NONE,
                new AppointmentClaims(List.of(), intent, List.of()), List.of(), List.of());
    }

    /** Whether a date stands: {@code revision} of it. */
    public boolean stands(int asked) {
        return status == AppointmentStatus.BOOKED && revision == asked;
    }

    public boolean setByAuthority() {
        return AppointmentKind.withId(about.kind()).filter(AppointmentKind::setByAuthority).isPresent();
    }

    /** A new attempt: a move of one that stands, or another try of one that never came to be. */
    public Appointment attempting(BookingIntent intent, List<Instant> looks) {
        AppointmentClaims next = holdings.attempt(intent, looks);
        return status.committed()
                ? with(status, next)
                : new Appointment(appointmentId, about, AppointmentStatus.PENDING, 0, intent.plan(), answer, next,
                        collisions,
                        history);
    }

    /** The attempt is given up. */
    public Appointment givingUp(List<Instant> looks) {
        return with(status == AppointmentStatus.PENDING ? AppointmentStatus.ABORTED : status, holdings.giveUp(looks));
    }

    /** The attempt succeeded: its date is the one that stands now. */
    public Appointment dated(List<String> fallsUpon, Instant at, Instant machineNow) {
        BookingIntent intent = holdings.intent();
        int next = revision + 1;
        return new Appointment(appointmentId, about, AppointmentStatus.BOOKED, next, intent.plan(),
                ApplicantAnswer.NONE,
                holdings.succeed(intent.plan().claims(about.caseId()), machineNow), fallsUpon,
                extended(new AppointmentHistoryEntry(
                        revision == 0 ? AppointmentHistoryEntry.What.BOOKED : AppointmentHistoryEntry.What.MOVED, next,
                        intent.by(), at)));
    }

    /** It will not take place: all is let go. */
    public Appointment cancelled(String by, Instant at, Instant machineNow, List<Instant> looks) {
        return new Appointment(appointmentId, about, AppointmentStatus.CANCELLED, revision, plan, answer,
                holdings.letGo(machineNow, looks), List.of(),
                extended(new AppointmentHistoryEntry(AppointmentHistoryEntry.What.CANCELLED, revision, by, at)));
    }

    /** It took place, or it did not; a move that was going on is given up. */
    public Appointment ended(AppointmentStatus end, String by, Instant at, List<Instant> looks) {
        AppointmentHistoryEntry.What what = end == AppointmentStatus.HELD
                ? AppointmentHistoryEntry.What.HELD
                : AppointmentHistoryEntry.What.MISSED;
        return new Appointment(appointmentId, about, end, revision, plan, answer, holdings.giveUp(looks), List.of(),
                extended(new AppointmentHistoryEntry(what, revision, by, at)));
    }

    /** The person answered about the date that stands. */
    public Appointment answered(ApplicantAnswer given, String by, Instant at) {
        AppointmentHistoryEntry.What what = given == ApplicantAnswer.CONFIRMED
                ? AppointmentHistoryEntry.What.CONFIRMED
                : AppointmentHistoryEntry.What.CHANGE_REQUESTED;
        return new Appointment(appointmentId, about, status, revision, plan, given, holdings, collisions,
                extended(new AppointmentHistoryEntry(what, revision, by, at)));
    }

    /** The person answered about a date that does not stand any more: remembered, without effect. */
    public Appointment answeredTooLate(int about, String by, Instant at) {
        return new Appointment(appointmentId, this.about, status, revision, plan, answer, holdings, collisions,
                extended(new AppointmentHistoryEntry(AppointmentHistoryEntry.What.ANSWER_TOO_LATE, about, by, at)));
    }

    public Appointment fallingUpon(List<String> others) {
        return new Appointment(appointmentId, about, status, revision, plan, answer, holdings, others, history);
    }

    /** As others are told of what is resolved, or not yet. */
    public CollisionsChanged collisionsChanged(List<String> others, Instant at) {
        return new CollisionsChanged(appointmentId, revision, about.caseId(), about.office(), others, at);
    }

    public Appointment freed(List<PendingRelease> done) {
        return with(status, holdings.freed(done));
    }

    /** As others are told of it. */
    public AppointmentDetails details() {
        AppointmentTime when = plan.when();
        return new AppointmentDetails(appointmentId, revision, about.caseId(), about.office(), about.kind(),
                when.localStart(), when.zone(), when.start(), when.minutes(), about.language(), plan.lawyerId(),
                plan.interpreterId(), plan.roomId(), plan.place(), collisions);
    }

    private Appointment with(AppointmentStatus next, AppointmentClaims held) {
        return new Appointment(appointmentId, about, next, revision, plan, answer, held, collisions, history);
    }

    private List<AppointmentHistoryEntry> extended(AppointmentHistoryEntry entry) {
        return Stream.concat(history.stream().skip(Math.max(0, history.size() - REMEMBERED + 1)), Stream.of(entry))
                .toList();
    }
}
