package dev.perftriage.cli;

import dev.perftriage.analysis.Gate;
import dev.perftriage.analysis.Gate.Trip;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.Percentage;
import dev.perftriage.app.GateCheck;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Numbers;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** The option that makes a comparison fail. */
final class GateOptions {

  private static final int MOST_NAMED = 10;

  /** The candidates for completion. */
  private static final List<String> EXAMPLES =
      List.of(
          "regression",
          "magnitude:small",
          "magnitude:medium",
          "magnitude:large",
          "magnitude:very-large",
          "change:1%",
          "mean:0.5%",
          "error");

  final Option<List<Gate>> option =
      Option.list(Gate.class, GateOptions::gate, "GATE", "--fail-on")
          .completionCandidates(EXAMPLES)
          .describe(
              "Exit with code 1 and name the cause if a gate trips: regression (any relevant"
                  + " regression), magnitude:SIZE (one of at least that magnitude: small, medium,"
                  + " large, very-large), change:1%% (one of at least that size), mean:0.5%% (the"
                  + " mean of all relevant changes of primary or of secondary benchmarks is at"
                  + " least that), error (a benchmark newly fails). Gates judge the selected test"
                  + " cases by every metric. Exits with code 3 if a gate cannot judge. Repeatable,"
                  + " or separated by commas.");

  boolean areAsked() {
    return !option.value().isEmpty();
  }

  /** Judges a report, prints what tripped or is missing, and returns the exit code. */
  int judge(ComparisonReport report, CommandContext context) {
    GateCheck check = GateCheck.of(report, option.value());
    check.trips().forEach(trips -> say(trips, context));
    check.missing().forEach(sentence -> context.error("--fail-on cannot judge " + sentence));
    if (!check.trips().isEmpty()) {
      return ExitCodes.GATE;
    }
    return check.missing().isEmpty() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private static void say(List<Trip> trips, CommandContext context) {
    for (Trip trip : trips.stream().limit(MOST_NAMED).toList()) {
      context.error(
          "--fail-on "
              + trip.gate()
              + ": "
              + trip.subject()
              + trip.change()
                  .map(change -> ", " + Numbers.percent(change) + " by " + trip.metric())
                  .orElse(""));
    }
    if (trips.size() > MOST_NAMED) {
      context.error(
          "--fail-on " + trips.get(0).gate() + ": " + (trips.size() - MOST_NAMED) + " more");
    }
  }

  /** Parses a gate. */
  private static Gate gate(String word) {
    String label = word.strip().toLowerCase(Locale.ROOT);
    int colon = label.indexOf(':');
    String kind = colon < 0 ? label : label.substring(0, colon);
    String bound = colon < 0 ? "" : label.substring(colon + 1);
    return switch (kind) {
      case "regression" -> new Gate.Regressions(unbounded(word, bound), Magnitude.SMALL, 0);
      case "magnitude" -> new Gate.Regressions(label, magnitude(bound), 0);
      case "change" -> new Gate.Regressions(label, Magnitude.SMALL, fraction(kind, bound));
      case "mean" -> new Gate.Means(label, fraction(kind, bound));
      case "error" -> new Gate.NewErrors(unbounded(word, bound));
      default ->
          throw new TypeConversionException(
              "unknown gate '"
                  + word
                  + "'; expected regression, magnitude:SIZE, change:PERCENT, mean:PERCENT or"
                  + " error");
    };
  }

  private static String unbounded(String word, String bound) {
    if (!bound.isEmpty()) {
      throw new TypeConversionException("'" + word + "' takes no ':" + bound + "'");
    }
    return word.strip().toLowerCase(Locale.ROOT);
  }

  private static Magnitude magnitude(String bound) {
    return switch (bound) {
      case "small" -> Magnitude.SMALL;
      case "medium" -> Magnitude.MEDIUM;
      case "large" -> Magnitude.LARGE;
      case "very-large" -> Magnitude.VERY_LARGE;
      default ->
          throw new TypeConversionException(
              "'" + bound + "' is not a magnitude; expected small, medium, large or very-large");
    };
  }

  private static double fraction(String kind, String bound) {
    double fraction = Percentage.fraction(bound).orElse(0);
    if (fraction == 0) {
      throw new TypeConversionException(
          "'" + bound + "' is not a percentage above zero; expected " + kind + ":1%");
    }
    return fraction;
  }
}
