package org.refugio.messaging.command;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The state of a thing in the parts that commands depend on: as the entity tag of a response ({@code ETag}) the current
 * state, in a command ({@code If-Match}) the state that its sender saw. A command compares only the parts that it depends
 * on, so that unrelated changes do not refuse it; a sender may leave out the others.
 *
 * @param parts the value of each part; names and values consist of letters, digits, {@code _}, {@code .} and {@code -}
 */
public record EntityTag(Map<String, String> parts) {

    private static final int MAX_LENGTH = 4000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern TEXT = Pattern.compile("[\\w.-]+=[\\w.-]+(?:;[\\w.-]+=[\\w.-]+)*");

    public EntityTag {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /** A tag with one part. */
    public static EntityTag of(String part, Object value) {
        return new EntityTag(Map.of(part, value.toString()));
    }

    /** The same tag with one more part. */
    public EntityTag and(String part, Object value) {
        Map<String, String> more = new TreeMap<>(parts);
        more.put(part, value.toString());
        return new EntityTag(more);
    }

    /** The tag that {@link #toString} wrote; empty when the text is none. */
    public static Optional<EntityTag> parse(String text) {
        return text == null || text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new EntityTag(Arrays.stream(text.split(";")).map(part -> part.split("="))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1], (_, last) -> last))));
    }

    /** The value of a part. */
    public Optional<String> value(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    /** The number that is the value of a part, for a text; a dash where it is none, because a sender may write anything. */
    public String number(String part) {
        return value(part).filter(NUMBER.asMatchPredicate()).orElse("—");
    }

    /** Whether the sender of a command that depends on these parts saw what they are now. */
    public boolean isSeenIn(EntityTag seen, String... dependsOn) {
        return Arrays.stream(dependsOn)
                .allMatch(part -> parts.containsKey(part) && value(part).equals(seen.value(part)));
    }

    /** The header's value. */
    public String quoted() {
        return '"' + toString() + '"';
    }

    @Override
    public String toString() {
        return parts.entrySet().stream().map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }
}
