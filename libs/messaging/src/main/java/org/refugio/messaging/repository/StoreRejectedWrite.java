package org.refugio.messaging.repository;

import com.mongodb.MongoException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.messaging.command.Refusal;
import org.refugio.messaging.failure.PermanentFailure;

/**
 * The store can never accept this write, so a repetition cannot succeed. An event that led to it is parked; a command gets
 * {@link #refusal()}. The store's message is not kept, because it quotes values.
 */
public final class StoreRejectedWrite extends PermanentFailure {

    static final String TOO_LARGE = "too-large";

    /** The driver reports the name of the index in the message only. */
    private static final Pattern INDEX = Pattern.compile("index: (?:\\S*\\.\\$)?([A-Za-z0-9_.$-]+)");

    private final transient Refusal refusal;

    StoreRejectedWrite(String reason) {
        this("store-" + reason,
                reason.equals(TOO_LARGE) ? new StoreRefusal.TooLargeToKeep() : new StoreRefusal.CannotBeKept());
    }

    private StoreRejectedWrite(String reason, Refusal refusal) {
        super(reason, "the store rejected a write: " + reason);
        this.refusal = refusal;
    }

    /** For a duplicate key in a unique index other than that of {@code _id}. */
    static StoreRejectedWrite duplicateKey(MongoException e) {
        Matcher found = INDEX.matcher(String.valueOf(e.getMessage()));
        String index = found.find() ? found.group(1) : "unknown";
        return new StoreRejectedWrite("not-unique-" + index, new StoreRefusal.NotUnique(index));
    }

    /** The refusal for the command that led to the write. */
    public Refusal refusal() {
        return refusal;
    }
}
