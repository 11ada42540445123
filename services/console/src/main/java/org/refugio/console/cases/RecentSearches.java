package org.refugio.console.cases;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The latest searches of a session by a random id, so that an address leads to a search without containing what was typed. They
 * are in memory only and end with the session.
 */
final class RecentSearches {

    private static final int MAX = 50;

    private final Map<String, Search> searches = new LinkedHashMap<>();

    /** What was typed and chosen. */
    record Search(String text, String queue, String office) {}

    static RecentSearches of(HttpSession session) {
        synchronized (RecentSearches.class) {
            String name = RecentSearches.class.getName();
            if (!(session.getAttribute(name) instanceof RecentSearches)) {
                session.setAttribute(name, new RecentSearches());
            }
            return (RecentSearches) session.getAttribute(name);
        }
    }

    /** Returns the id of the search. */
    synchronized String add(Search search) {
        String id = UUID.randomUUID().toString();
        searches.put(id, search);
        if (searches.size() > MAX) {
            searches.remove(searches.keySet().iterator().next());
        }
        return id;
    }

    synchronized Optional<Search> find(String id) {
        return Optional.ofNullable(searches.get(id));
    }
}
