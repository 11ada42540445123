package org.refugio.store.commands;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs an ordered bulk of updates one by one and stops at the first error; the server of the library continues after
 * it.
 */
final class OrderedUpdates {

    private OrderedUpdates() {
    }

    static boolean applies(String command, Document query) {
        return command.equalsIgnoreCase("update") && !Boolean.FALSE.equals(query.get("ordered"))
                && query.get("updates") instanceof Collection<?> updates && updates.size() > 1;
    }

    static Document run(Document query, UnaryOperator<Document> single) {
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        Document reply = new Document();
        int index = 0;
        for (Object update : (Collection<?>) query.get("updates")) {
            Document one = query.clone();
            one.put("updates", List.of(update));
            reply = single.apply(one);
            matched += number(reply, "n");
            modified += number(reply, "nModified");
            moved(reply.get("upserted"), index, upserted);
            moved(reply.get("writeErrors"), index, errors);
            if (!errors.isEmpty()) {
                break;
            }
            index++;
        }
        Document all = reply.clone();
        all.put("n", matched);
        all.put("nModified", modified);
        putIfAny(all, "upserted", upserted);
        putIfAny(all, "writeErrors", errors);
        return all;
    }

    private static int number(Document reply, String name) {
        return reply.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static void moved(Object entries, int index, List<Document> into) {
        if (entries instanceof Collection<?> all) {
            for (Object each : all) {
                Document entry = ((Document) each).clone();
                entry.put("index", index);
                into.add(entry);
            }
        }
    }

    private static void putIfAny(Document reply, String name, List<Document> entries) {
        reply.remove(name);
        if (!entries.isEmpty()) {
            reply.put(name, entries);
        }
    }
}
