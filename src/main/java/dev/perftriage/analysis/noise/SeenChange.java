package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import org.jspecify.annotations.Nullable;

/**
 * A relevant change.
 *
 * @param merge the index of its merge
 * @param series what the series of its test case alone says of it; null if it is not part of one
 */
record SeenChange(TestCaseChange change, int merge, @Nullable SeenSeries series) {}
