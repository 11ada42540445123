package org.refugio.procedure.languages;

import java.util.Set;

/**
 * The words of answers to a message, lower case and without accents.
 *
 * @param neutral words that go with either answer and mean nothing alone
 * @param stop words that end the messages, sent alone
 */
public record AnswerWords(Set<String> confirm, Set<String> change, Set<String> neutral, Set<String> stop) {}
