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
    String together = together(evidence.movedTogether());
    return switch (judged.rule()) {
      case NO_HISTORY ->
          evidence.window() == 0
              ? "no merge around the parent has a value to compare with"
              : "only %s of merges around the parent to compare with".formatted(values);
      case NO_MOVE ->
          "%s, on the level %s; the parent's own value %s was off it"
              .formatted(
                  there(evidence),
                  value(evidence.level()),
                  value(judged.change().result().before()));
      case KNOWN_LEVEL ->
          "%s without the change, %s from the level %s"
              .formatted(there(evidence), away(evidence), value(evidence.level()));
      case BEFORE_STEP -> before(evidence);
      case BACK_TOGETHER ->
          before(evidence) + "; other test cases are back, too: the build may undo that step";
      case SCATTER ->
          "%s, but they scatter so far, %s, that one more may be"
              .formatted(there(evidence), range(evidence));
      case BEYOND ->
          "it is beyond all %s around the parent, %s; %s"
              .formatted(values, range(evidence), together);
      case ELSEWHERE -> "%s, of %s; %s".formatted(there(evidence), range(evidence), together);
      case AMONG ->
          "%s, of %s, which tells neither; %s"
              .formatted(there(evidence), range(evidence), together);
    };
  }

  /** {@code 5 of 30 values around the parent are about there}. */
  private static String there(TryEvidence evidence) {
    return "%s of %s around the parent %s about there"
        .formatted(
            evidence.about() == 0 ? "none" : evidence.about(),
            Numbers.counted(evidence.window(), "value"),
            evidence.about() > 1 ? "are" : "is");
  }

  private static String before(TryEvidence evidence) {
    return "%s, but %s before a step of this test case %s"
        .formatted(
            there(evidence),
            Numbers.counted(evidence.aboutBefore(), "value"),
            evidence.aboutBefore() > 1 ? "are" : "is");
  }

  private String range(TryEvidence evidence) {
    return value(evidence.lowest()) + " to " + value(evidence.highest());
  }

  private static String away(TryEvidence evidence) {
    return Numbers.percent(Math.abs(evidence.value() / evidence.level() - 1));
  }

  private static String together(int others) {
    return (others == 0 ? "no other test case" : Numbers.counted(others, "other test case"))
        + " moved with it";
  }

  private String value(double value) {
    return Numbers.value(value, MetricUnit.of(metric));
  }
}
