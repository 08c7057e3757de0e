package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A relevant change and what became of it.
 *
 * @param change the change
 * @param verdict what became of it
 * @param other the merge that reverts it or that it reverts, at which it went back or that it is
 *     the way back from; null for every other verdict
 * @param evidence what the verdict rests on
 */
public record JudgedChange(
    TestCaseChange change, NoiseVerdict verdict, @Nullable Merge other, Evidence evidence) {}
