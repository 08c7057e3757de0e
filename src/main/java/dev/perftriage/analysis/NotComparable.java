package dev.perftriage.analysis;

import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison.Comparability;

/**
 * A test case without a relative change, which is excluded from all figures.
 *
 * @param testCase what was measured
 * @param reason the reason; never {@link Comparability#COMPARABLE}
 */
public record NotComparable(TestCase testCase, Comparability reason) {}
