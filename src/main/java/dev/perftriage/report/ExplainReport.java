package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.TryVerdicts;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.prose.TryWords;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The verdicts on the changes of one merge or try build, with their reasons.
 *
 * @param step its comparison with its parent, with the selected test cases
 * @param isTry whether it is a try build
 * @param pull its pull request; empty if there is none or it is unavailable
 * @param caveats how far its figures can be trusted
 * @param verdict the combined verdict; empty if nothing is relevant
 * @param why what the combined verdict rests on
 * @param cases the relevant changes, largest first
 * @param rollup what a rollup's members explain; empty if it is none, or their builds are unknown
 */
public record ExplainReport(
    ComparisonSummary step,
    boolean isTry,
    Optional<PullRequest> pull,
    List<Caveat> caveats,
    Optional<EntryVerdict> verdict,
    String why,
    List<CaseVerdict> cases,
    Optional<RollupAttribution> rollup) {

  public ExplainReport {
    caveats = List.copyOf(caveats);
    cases = List.copyOf(cases);
  }

  /** The report on a merge. */
  public static ExplainReport ofMerge(
      Annotations annotations, ComparisonSummary step, List<Caveat> caveats) {
    MergeVerdicts merge = annotations.of(step);
    return new ExplainReport(
        step,
        false,
        annotations.pull(step),
        caveats,
        merge.verdict(),
        VerdictWords.why(merge),
        verdicts(merge, annotations.verdicts().series()),
        annotations.rollup(step));
  }

  /**
   * The verdicts on the relevant changes of a merge, largest first.
   *
   * @param series the values that they are based on
   */
  public static List<CaseVerdict> verdicts(MergeVerdicts merge, MeasuredSeries series) {
    VerdictWords words = new VerdictWords(series, merge.summary().after().commit());
    return VerdictWords.largestFirst(merge).stream()
        .map(judged -> CaseVerdict.of(judged, words))
        .toList();
  }

  /** The verdicts on the relevant changes of a try build, largest first. */
  public static List<CaseVerdict> verdicts(TryVerdicts verdicts) {
    TryWords words = new TryWords(verdicts.summary().metric());
    return verdicts.changes().stream()
        .map(
            judged ->
                new CaseVerdict(
                    judged.change(),
                    judged.verdict().label(),
                    judged.rule().verdict().isNoise(),
                    words.reason(judged)))
        .toList();
  }

  /** The report on a try build. */
  public static ExplainReport ofTry(TryVerdicts verdicts, Optional<PullRequest> pull) {
    return new ExplainReport(
        verdicts.summary(),
        true,
        pull,
        List.of(),
        verdicts.verdict(),
        TryWords.why(verdicts),
        verdicts(verdicts),
        Optional.empty());
  }

  /** The test cases whose changes are noise. */
  public Set<TestCase> noise() {
    return cases.stream()
        .filter(CaseVerdict::isNoise)
        .map(one -> one.change().testCase())
        .collect(Collectors.toSet());
  }

  /** What is left without the noise. */
  public ComparisonSummary withoutNoise() {
    return step.without(noise());
  }

  /**
   * One relevant change.
   *
   * @param verdict with the other merge if there is one
   * @param reason without capital letter and full stop
   */
  public record CaseVerdict(TestCaseChange change, String verdict, boolean isNoise, String reason) {

    /** That on a change of a merge. */
    public static CaseVerdict of(JudgedChange judged, VerdictWords words) {
      return new CaseVerdict(
          judged.change(),
          VerdictWords.verdict(judged),
          judged.verdict().isNoise(),
          words.reason(judged));
    }
  }
}
