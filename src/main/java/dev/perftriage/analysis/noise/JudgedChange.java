package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A relevant change and its verdict.
 *
 * @param other the merge that reverts it or that it reverts, or the other end of the excursion;
 *     null if there is none, and for the verdicts flip-flop and pending
 */
public record JudgedChange(
    TestCaseChange change, NoiseVerdict verdict, @Nullable Merge other, NoiseEvidence evidence) {}
