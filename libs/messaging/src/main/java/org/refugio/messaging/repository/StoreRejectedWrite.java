package org.refugio.messaging.repository;

import com.mongodb.MongoException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.messaging.command.Refusal;
import org.refugio.messaging.failure.PermanentFailure;

/**
 * The store will never take this write: the same again cannot succeed. An event that wanted it is parked; a command is
 * answered with {@link #refusal()}. Keeps nothing of the store's own words, which quote values.
 */
public final class StoreRejectedWrite extends PermanentFailure {

    static final String TOO_LARGE = "too-large";

    /** The driver gives an index's name nowhere else. */
    private static final Pattern INDEX = Pattern.compile("index: (?:\\S*\\.\\$)?([A-Za-z0-9_.$-]+)");

    private final transient Refusal refusal;

    StoreRejectedWrite(String why) {
        this("store-" + why, new NotStorable(why));
    }

    private StoreRejectedWrite(String reason, Refusal refusal) {
        super(reason, "the store refused a write: " + reason);
        this.refusal = refusal;
    }

    /** A unique index other than the {@code _id}'s already has this key. */
    static StoreRejectedWrite taken(MongoException e) {
        Matcher found = INDEX.matcher(String.valueOf(e.getMessage()));
        String index = found.find() ? found.group(1) : "unknown";
        return new StoreRejectedWrite("not-unique-" + index, new NotUnique(index));
    }

    /** What to answer to the command that led to this. */
    public Refusal refusal() {
        return refusal;
    }
}
