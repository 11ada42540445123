package org.refugio.intake.cases;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.refugio.intake.cases.search.SearchTerm;
import org.refugio.intake.cases.search.SearchTokens;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/**
 * Finds cases by what staff typed. Cases that match every part of it are listed; when there are none, parts that match
 * nothing are left out; when no case matches all of the rest, those that match most of them come first.
 */
@Component
public class SearchCases {

    private static final int MAX_RANKED = 200;

    private final FindCases cases;
    private final SearchTokens tokens;
    private final IntakeSettings settings;

    SearchCases(FindCases cases, SearchTokens tokens, IntakeSettings settings) {
        this.cases = cases;
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * A page of the result.
     *
     * @param used the parts of the text that the cases match, as they were read
     * @param unused the parts that match no case that the caller may see
     * @param digest of the text, for the audit trail
     */
    public record Result(List<StoredAggregate<Case>> cases, List<String> used, List<String> unused, String digest) {}

    /** A page; empty for a text without a letter or digit. */
    public Result page(FindCases.Criteria criteria, String text, int skip, int limit) {
        List<SearchTerm> terms = tokens.terms(text, settings.prefixes());
        List<Set<String>> all = terms.stream().map(term -> Set.copyOf(term.tokens())).toList();
        List<StoredAggregate<Case>> found = withAll(criteria, all, skip, limit);
        if (!found.isEmpty()) {
            return new Result(found, texts(terms), List.of(), tokens.digest(text));
        }
        List<SearchTerm> used = new ArrayList<>();
        List<Set<String>> matching = new ArrayList<>();
        for (SearchTerm term : terms) {
            Stream.of(term.tokens(), term.otherwise()).map(Set::copyOf)
                    .filter(each -> !withAll(criteria, List.of(each), 0, 1).isEmpty()).findFirst().ifPresent(each -> {
                        used.add(term);
                        matching.add(each);
                    });
        }
        List<SearchTerm> unused = new ArrayList<>(terms);
        unused.removeAll(used);
        return new Result(best(criteria, matching, skip, limit), texts(used), texts(unused), tokens.digest(text));
    }

    private List<StoredAggregate<Case>> best(FindCases.Criteria criteria, List<Set<String>> terms, int skip,
            int limit) {
        if (!withAll(criteria, terms, 0, 1).isEmpty()) {
            return withAll(criteria, terms, skip, limit);
        }
        Set<String> any = new HashSet<>();
        terms.forEach(any::addAll);
        return withAll(criteria, List.of(any), 0, MAX_RANKED).stream()
                .sorted(Comparator.comparingLong(each -> -matches(each.state(), terms))).skip(skip).limit(limit)
                .toList();
    }

    private static long matches(Case found, List<Set<String>> terms) {
        return terms.stream().filter(term -> found.tokens().stream().anyMatch(term::contains)).count();
    }

    private List<StoredAggregate<Case>> withAll(FindCases.Criteria criteria, List<Set<String>> terms, int skip,
            int limit) {
        if (terms.isEmpty() || terms.stream().anyMatch(Set::isEmpty)) {
            return List.of();
        }
        List<Bson> filters = terms.stream().map(each -> Filters.in("state.tokens", each)).toList();
        return cases.page(criteria, filters, skip, limit);
    }

    private static List<String> texts(List<SearchTerm> terms) {
        return terms.stream().map(SearchTerm::text).toList();
    }
}
