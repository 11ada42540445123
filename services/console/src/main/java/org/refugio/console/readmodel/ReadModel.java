package org.refugio.console.readmodel;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.refugio.contracts.Event;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventOrigin;

/** The read model of the pages. */
public final class ReadModel {

    /** The collections that a rebuild must reproduce. */
    public static final List<String> COLLECTIONS = List.of("cases", "papers", "meetings", "staffing", "tasks",
            "timeline");

    private final ProjectionCollection<CaseProjection> cases;
    private final ProjectionCollection<ChecklistProjection> papers;
    private final ProjectionCollection<AppointmentProjection> meetings;
    private final ProjectionCollection<ResourceProjection> staffing;
    private final ProjectionCollection<CallTaskProjection> tasks;
    private final ProjectionCollection<TimelineEntry> timeline;

    public ReadModel(MongoDatabase database) {
        this.cases = new ProjectionCollection<>(database, "cases", CaseProjection.class, "office");
        this.papers = new ProjectionCollection<>(database, "papers", ChecklistProjection.class, "office");
        this.meetings = new ProjectionCollection<>(database, "meetings", AppointmentProjection.class, "office",
                "caseId", "day", "state");
        this.staffing = new ProjectionCollection<>(database, "staffing", ResourceProjection.class, "office");
        this.tasks = new ProjectionCollection<>(database, "tasks", CallTaskProjection.class, "office");
        this.timeline = new ProjectionCollection<>(database, "timeline", TimelineEntry.class, "caseId");
    }

    /** The event handlers that update a read model, one per producer. */
    public static List<EventHandler<? extends Event>> handlers(ReadModel model) {
        return List.of(new IntakeEventProjector(model), new DocumentEventProjector(model),
                new SchedulingEventProjector(model),
                new NotificationEventProjector(model));
    }

    public ProjectionCollection<CaseProjection> cases() {
        return cases;
    }

    public ProjectionCollection<ChecklistProjection> papers() {
        return papers;
    }

    public ProjectionCollection<AppointmentProjection> meetings() {
        return meetings;
    }

    public ProjectionCollection<ResourceProjection> staffing() {
        return staffing;
    }

    public ProjectionCollection<CallTaskProjection> tasks() {
        return tasks;
    }

    public ProjectionCollection<TimelineEntry> timeline() {
        return timeline;
    }

    void note(EventOrigin source, String caseId, Object at, String what, String detail) {
        String id = DerivedIds.derived(source.producer(), source.aggregate(), Long.toString(source.sequence()));
        timeline.add(id, source, new TimelineEntry(id, caseId, at.toString(), what, detail));
    }
}
