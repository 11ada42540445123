package org.refugio.console.readmodel;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;
import org.refugio.contracts.Event;
import org.refugio.messaging.EventHandler;
import org.refugio.messaging.Ids;
import org.refugio.messaging.SourceEvent;

/** All that the pages show. */
public final class ReadModel {

    /** The collections that a rebuild must make the same. */
    public static final List<String> COLLECTIONS = List.of("cases", "papers", "meetings", "staffing", "tasks",
            "timeline");

    private final MongoDatabase database;
    private final Shelf<CaseFile> cases;
    private final Shelf<Papers> papers;
    private final Shelf<Meeting> meetings;
    private final Shelf<Staffing> staffing;
    private final Shelf<Task> tasks;
    private final Shelf<Entry> timeline;

    public ReadModel(MongoDatabase database) {
        this.database = database;
        this.cases = new Shelf<>(database, "cases", CaseFile.class, "office");
        this.papers = new Shelf<>(database, "papers", Papers.class, "office");
        this.meetings = new Shelf<>(database, "meetings", Meeting.class, "office", "caseId", "day", "state");
        this.staffing = new Shelf<>(database, "staffing", Staffing.class, "office");
        this.tasks = new Shelf<>(database, "tasks", Task.class, "office");
        this.timeline = new Shelf<>(database, "timeline", Entry.class, "caseId");
    }

    /** What fills a read model, one per producer. */
    public static List<EventHandler<? extends Event>> handlers(ReadModel model) {
        return List.of(new FromIntake(model), new FromDocument(model), new FromScheduling(model),
                new FromNotification(model));
    }

    public Shelf<CaseFile> cases() {
        return cases;
    }

    public Shelf<Papers> papers() {
        return papers;
    }

    public Shelf<Meeting> meetings() {
        return meetings;
    }

    public Shelf<Staffing> staffing() {
        return staffing;
    }

    public Shelf<Task> tasks() {
        return tasks;
    }

    public Shelf<Entry> timeline() {
        return timeline;
    }

    /** Whether the event's effects are all there. */
    public boolean reached(String producer, String aggregate, long sequence) {
        Document cursor = database.getCollection("cursors")
                .find(Filters.eq("_id", "console|" + producer + "|" + aggregate)).first();
        return sequence == 0 || cursor != null && ((Number) cursor.get("last")).longValue() >= sequence;
    }

    void note(SourceEvent source, String caseId, Object at, String what, String detail) {
        String id = Ids.derived(source.producer(), source.aggregate(), Long.toString(source.sequence()));
        timeline.apply(id, source, old -> old == null ? new Entry(id, caseId, at.toString(), what, detail) : old);
    }
}
