package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.AppointmentKind;
import org.refugio.contracts.SchedulingEvent.CollisionsChanged;
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
public record Appointment(String appointmentId, About about, Status status, int revision, Plan plan, Answer answer,
        Holdings holdings, List<String> collisions, List<Entry> history, String bucket, Boolean unsettled,
        Instant lookAt) {

    private static final int REMEMBERED = 60;

    public Appointment {
        LocalDate day = plan.when().localStart().toLocalDate();
        bucket = ClaimIds.bucket(about.office(), day);
        lookAt = collisions.isEmpty() ? holdings.nextLook() : Instant.EPOCH;
        unsettled = lookAt == null ? null : true;
    }

    Appointment(String appointmentId, About about, Status status, int revision, Plan plan, Answer answer,
            Holdings holdings, List<String> collisions, List<Entry> history) {
        this(appointmentId, about, status, revision, plan, answer, holdings, collisions, history, null, null, null);
    }

    /** One that is wanted, and holds nothing. */
    public static Appointment wanted(String id, About about, Intent intent) {
        return new Appointment(id, about, Status.PENDING, 0, intent.plan(), Answer.NONE,
                new Holdings(List.of(), intent, List.of()), List.of(), List.of());
    }

    /** Whether a date stands: {@code revision} of it. */
    public boolean stands(int asked) {
        return status == Status.BOOKED && revision == asked;
    }

    public boolean setByAuthority() {
        return about.kind() == AppointmentKind.AUTHORITY_INTERVIEW;
    }

    /** A new attempt: a move of one that stands, or another try of one that never came to be. */
    public Appointment attempting(Intent intent, List<Instant> looks) {
        Holdings next = holdings.attempt(intent, looks);
        return status.committed()
                ? with(status, next)
                : new Appointment(appointmentId, about, Status.PENDING, 0, intent.plan(), answer, next, collisions,
                        history);
    }

    /** The attempt is given up. */
    public Appointment givingUp(List<Instant> looks) {
        return with(status == Status.PENDING ? Status.ABORTED : status, holdings.giveUp(looks));
    }

    /** The attempt succeeded: its date is the one that stands now. */
    public Appointment dated(List<String> fallsUpon, Instant at, Instant machineNow) {
        Intent intent = holdings.intent();
        int next = revision + 1;
        return new Appointment(appointmentId, about, Status.BOOKED, next, intent.plan(), Answer.NONE,
                holdings.succeed(intent.plan().claims(about.caseId()), machineNow), fallsUpon,
                extended(new Entry(revision == 0 ? Entry.What.BOOKED : Entry.What.MOVED, next, intent.by(), at)));
    }

    /** It will not take place: all is let go. */
    public Appointment cancelled(String by, Instant at, Instant machineNow, List<Instant> looks) {
        return new Appointment(appointmentId, about, Status.CANCELLED, revision, plan, answer,
                holdings.letGo(machineNow, looks), List.of(),
                extended(new Entry(Entry.What.CANCELLED, revision, by, at)));
    }

    /** It took place, or it did not; a move that was going on is given up. */
    public Appointment ended(Status end, String by, Instant at, List<Instant> looks) {
        Entry.What what = end == Status.HELD ? Entry.What.HELD : Entry.What.MISSED;
        return new Appointment(appointmentId, about, end, revision, plan, answer, holdings.giveUp(looks), List.of(),
                extended(new Entry(what, revision, by, at)));
    }

    /** The person answered about the date that stands. */
    public Appointment answered(Answer given, String by, Instant at) {
        Entry.What what = given == Answer.CONFIRMED ? Entry.What.CONFIRMED : Entry.What.CHANGE_REQUESTED;
        return new Appointment(appointmentId, about, status, revision, plan, given, holdings, collisions,
                extended(new Entry(what, revision, by, at)));
    }

    /** The person answered about a date that does not stand any more: remembered, without effect. */
    public Appointment answeredTooLate(int about, String by, Instant at) {
        return new Appointment(appointmentId, this.about, status, revision, plan, answer, holdings, collisions,
                extended(new Entry(Entry.What.ANSWER_TOO_LATE, about, by, at)));
    }

    public Appointment fallingUpon(List<String> others) {
        return new Appointment(appointmentId, about, status, revision, plan, answer, holdings, others, history);
    }

    /** As others are told of what is resolved, or not yet. */
    public CollisionsChanged collisionsChanged(List<String> others, Instant at) {
        return new CollisionsChanged(appointmentId, revision, about.caseId(), about.office(), others, at);
    }

    public Appointment freed(List<Release> done) {
        return with(status, holdings.freed(done));
    }

    /** As others are told of it. */
    public AppointmentDetails details() {
        When when = plan.when();
        return new AppointmentDetails(appointmentId, revision, about.caseId(), about.office(), about.kind(),
                when.localStart(), when.zone(), when.start(), when.minutes(), about.language(), plan.lawyerId(),
                plan.interpreterId(), plan.roomId(), plan.place(), collisions);
    }

    private Appointment with(Status next, Holdings held) {
        return new Appointment(appointmentId, about, next, revision, plan, answer, held, collisions, history);
    }

    private List<Entry> extended(Entry entry) {
        return Stream.concat(history.stream().skip(Math.max(0, history.size() - REMEMBERED + 1)), Stream.of(entry))
                .toList();
    }
}
