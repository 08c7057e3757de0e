package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.JudgedTryChange;
import dev.perftriage.analysis.noise.TryEvidence;
import dev.perftriage.analysis.noise.TryVerdict;
import dev.perftriage.analysis.noise.TryVerdicts;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.report.Numbers;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains the verdicts on the changes of a try build by a metric. */
public record TryWords(Metric metric) {

  /** The basis of the verdict: {@code 3 relevant test cases: 2 noise, 1 real}. */
  public static String why(TryVerdicts verdicts) {
    Map<TryVerdict, Integer> counts = new EnumMap<>(TryVerdict.class);
    verdicts.changes().forEach(judged -> counts.merge(judged.verdict(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().label())
        .collect(
            Collectors.joining(
                ", ", Numbers.counted(verdicts.changes().size(), "relevant test case") + ": ", ""));
  }

  /** The reason for a verdict, without capital letter and full stop. */
  public String reason(JudgedTryChange judged) {
    TryEvidence evidence = judged.evidence();
    String values = Numbers.counted(evidence.window(), "value");
    String away = Numbers.percent(Math.abs(away(evidence.known(), evidence.level())));
    return switch (judged.rule()) {
      case NO_HISTORY ->
          evidence.window() == 0
              ? "no merge around the parent has a value to compare with"
              : "only %s of merges around the parent to compare with".formatted(values);
      case NO_MOVE ->
          "it is on the level around the parent, %s; the parent's own value %s was off it"
              .formatted(value(evidence.level()), value(judged.change().result().before()));
      case KNOWN_LEVEL ->
          "it is on a level %s away that the test case visits without the change: %s in %s"
              .formatted(away, VerdictWords.switches(evidence.visits()), values);
      case DOUBTFUL_LEVEL ->
          "it was on that level, %s away, before; %s in %s"
                  .formatted(away, VerdictWords.switches(evidence.visits()), values)
              + (evidence.movedTogether() == 0
                  ? " are no habit"
                  : ", but " + together(evidence.movedTogether()));
      case BEYOND ->
          "it is beyond all %s around the parent, %s to %s; %s"
              .formatted(
                  values,
                  value(evidence.lowest()),
                  value(evidence.highest()),
                  together(evidence.movedTogether()));
      case AMONG ->
          "it is neither on a level of the %s around the parent, %s to %s, nor far beyond them"
              .formatted(values, value(evidence.lowest()), value(evidence.highest()));
    };
  }

  private static double away(double known, double level) {
    return Double.isNaN(known) ? Double.NaN : known / level - 1;
  }

  private static String together(int others) {
    return (others == 0 ? "no other test case" : Numbers.counted(others, "other test case"))
        + " moved with it";
  }

  private String value(double value) {
    return Numbers.value(value, MetricUnit.of(metric));
  }
}
