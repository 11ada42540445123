package org.refugio.testkit.problems;

import java.util.List;

/**
 * The text that a problem needs.
 *
 * @param bundle the base name of the resource bundle
 * @param rule the first part of the keys
 * @param arguments the number of values for the placeholders
 * @param terms the keys of the translated words among these values
 */
public record NeededText(String bundle, String rule, int arguments, List<String> terms) {}
