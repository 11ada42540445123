package org.refugio.store.documents;

import de.bwaldvogel.mongo.bson.Document;

/**
 * The range of a query. Its ends are inclusive, because the matcher checks exactly afterwards; an end may be missing.
 */
record KeyRange(Object lower, Object upper) {

    /** The range of a condition; null when it has none. */
    static KeyRange of(Document operators) {
        Object lower = either(operators, "$gt", "$gte");
        Object upper = either(operators, "$lt", "$lte");
        if (lower == null && upper == null) {
            return null;
        }
        boolean mixed = lower != null && upper != null && !SortKey.comparable(lower, upper);
        return new KeyRange(lower, mixed ? null : upper);
    }

    /** With one end only, because different elements of a list may satisfy the two ends. */
    KeyRange oneSided() {
        return lower == null ? this : new KeyRange(lower, null);
    }

    byte[] from(Iterable<?> before) {
        SortKey start = SortKey.of(before);
        return (lower == null ? start.appendType(upper) : start.append(lower)).bytes();
    }

    byte[] to(Iterable<?> before) {
        SortKey start = SortKey.of(before);
        return upper == null ? start.endOfType(lower) : start.append(upper).end();
    }

    private static Object either(Document operators, String one, String other) {
        Object value = operators.containsKey(one) ? operators.get(one) : operators.get(other);
        return IndexableConditions.isPlain(value) ? value : null;
    }
}
