package org.refugio.procedure.languages;

import java.util.Set;

/**
 * The words and phrases of text messages, lower case. A phrase with an accent matches only a text that has it.
 *
 * @param confirm the person comes
 * @param change the person cannot come, or asks for another time
 * @param neutral words that go with any of the others and mean nothing alone
 * @param cancel the appointment is cancelled, or the messages
 * @param stop no more messages
 * @param start messages again
 * @param others words of other meanings that differ in one letter: they are never taken for a typing error
 */
public record AnswerWords(Set<String> confirm, Set<String> change, Set<String> neutral, Set<String> cancel,
        Set<String> stop, Set<String> start, Set<String> others) {}
