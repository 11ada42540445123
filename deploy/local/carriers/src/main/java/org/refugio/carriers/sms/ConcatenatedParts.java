package org.refugio.carriers.sms;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of incomplete concatenated messages. */
final class ConcatenatedParts {

    private static final int MOST = 10_000;

    private final Map<Key, SortedMap<Integer, byte[]>> open = new LinkedHashMap<>();

    /** The complete message, if this was its last missing part. */
    synchronized Optional<byte[]> add(String from, String to, ConcatenatedPart part) {
        Key key = new Key(from, to, part.reference(), part.parts());
        SortedMap<Integer, byte[]> arrived = open.computeIfAbsent(key, any -> new TreeMap<>());
        arrived.put(part.number(), part.octets());
        if (arrived.size() < part.parts()) {
            if (open.size() > MOST) {
                open.remove(open.keySet().iterator().next());
            }
            return Optional.empty();
        }
        open.remove(key);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        arrived.values().forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }

    private record Key(String from, String to, int reference, int parts) {}
}
