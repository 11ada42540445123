package org.refugio.intake.cases.search;

import java.util.List;

/**
 * A part of a search. A case matches it that has one of the tokens.
 *
 * @param text as it was read
 * @param otherwise the tokens that count when no case has one of {@code tokens}
 */
public record SearchTerm(String text, List<String> tokens, List<String> otherwise) {

    public SearchTerm {
        tokens = List.copyOf(tokens);
        otherwise = List.copyOf(otherwise);
    }
}
