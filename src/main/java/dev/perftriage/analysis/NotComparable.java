package dev.perftriage.analysis;

import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison.Comparability;

/**
 * A test case that has no relative change, and therefore no part in any figure.
 *
 * @param testCase what was measured
 * @param reason why; never {@link Comparability#COMPARABLE}
 */
public record NotComparable(TestCase testCase, Comparability reason) {}
