package org.refugio.store;

import de.bwaldvogel.mongo.bson.Document;

/** A range that a query asks for; its ends count as inside, the matcher is exact afterwards. An end may be missing. */
record Bounds(Object lower, Object upper) {

    /** The range in a condition; null when it has none. */
    static Bounds of(Document operators) {
        Object lower = either(operators, "$gt", "$gte");
        Object upper = either(operators, "$lt", "$lte");
        if (lower == null && upper == null) {
            return null;
        }
        boolean mixed = lower != null && upper != null && !SortKey.comparable(lower, upper);
        return new Bounds(lower, mixed ? null : upper);
    }

    /** With one end only: of a list, different elements may satisfy the two. */
    Bounds oneSided() {
        return lower == null ? this : new Bounds(lower, null);
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
        return Conditions.isPlain(value) ? value : null;
    }
}
