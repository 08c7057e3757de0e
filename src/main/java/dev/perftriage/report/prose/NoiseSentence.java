package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.scope.BenchmarkName;
import dev.perftriage.model.Merge;
import dev.perftriage.report.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The short sentence that names the noise in a comparison: {@code Noise: `syn opt full` (3.1%),
 * back at #2.}
 */
public record NoiseSentence(MergeVerdicts merge, MeasuredSeries series, Markup markup) {

  /** The maximum number of named test cases. */
  private static final int MOST_NAMED = 3;

  /** The sentence; empty if no noise is worth naming. */
  public Optional<String> text() {
    List<JudgedChange> noise =
        merge.notableNoise().stream().sorted(VerdictWords.LARGEST_FIRST).toList();
    if (noise.isEmpty()) {
      return Optional.empty();
    }
    boolean isAll = noise.size() == merge.changes().size();
    int more = noise.size() - MOST_NAMED;
    String named =
        noise.stream().limit(MOST_NAMED).map(this::name).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : "");
    String reason = reason(noise);
    return Optional.of(
        isAll
            ? "Noise: %s%s.".formatted(named, reason)
            : "%s %s noise%s.".formatted(named, noise.size() == 1 ? "is" : "are", reason));
  }

  private String name(JudgedChange judged) {
    return "%s (%s)"
        .formatted(
            markup.code(BenchmarkName.shortened(judged.change().testCase())),
            Numbers.percent(judged.change().change()));
  }

  /** What shows that it is noise, if the same shows it of all; begins with a comma. */
  private String reason(List<JudgedChange> noise) {
    List<String> reasons = noise.stream().map(this::reason).distinct().toList();
    return reasons.size() == 1 ? reasons.get(0) : "";
  }

  private String reason(JudgedChange judged) {
    Merge other = judged.other();
    if (other != null) {
      boolean isLater = new VerdictWords(series, merge.summary().after().commit()).isLater(other);
      return (isLater ? ", back at " : ", back from ") + markup.merge(other);
    }
    return judged.evidence().decidedBy() == NoiseRule.SWITCHING
        ? ", %s in %s"
            .formatted(
                VerdictWords.switches(judged.evidence().switches()),
                Numbers.counted(judged.evidence().window(), "measurement"))
        : ", a one-off";
  }
}
