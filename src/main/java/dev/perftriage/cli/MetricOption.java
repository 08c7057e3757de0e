package dev.perftriage.cli;

import dev.perftriage.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The metrics that something is compared by. */
final class MetricOption {

  /** Stands for what the triager looks at. */
  private static final String TRIAGE = "triage";

  private static final List<Metric> TRIAGE_METRICS =
      List.of(Metric.INSTRUCTIONS, new Metric("max-rss"), new Metric("size:linked_artifact"));

  private final Option<List<Metric>> option;

  private MetricOption(Option.Builder<List<Metric>> option) {
    this.option = option.build();
  }

  /** The option where nothing else tells the metric. */
  static MetricOption withDefault(String description) {
    return new MetricOption(
        builder(description + " Default: ${DEFAULT-VALUE}.")
            .defaultValue(Metric.INSTRUCTIONS.name()));
  }

  /** The option where something else may tell the metric. */
  static MetricOption withoutDefault(String description) {
    return new MetricOption(builder(description));
  }

  void addTo(CommandSpec command) {
    Option.add(command, option);
  }

  /**
   * The metrics in the order asked, each once, with what {@code triage} stands for in its place;
   * none where none was asked for and there is no default.
   */
  List<Metric> asked() {
    List<Metric> metrics = option.value();
    LinkedHashSet<Metric> asked = new LinkedHashSet<>();
    for (Metric metric : metrics) {
      asked.addAll(metric.name().equals(TRIAGE) ? TRIAGE_METRICS : List.of(metric));
    }
    return new ArrayList<>(asked);
  }

  private static Option.Builder<List<Metric>> builder(String description) {
    return Options.list(Metric.class, new Converters.OfMetric(), "-m", "--metric")
        .paramLabel("METRIC")
        .completionCandidates(Candidates.METRICS)
        .description(description);
  }
}
