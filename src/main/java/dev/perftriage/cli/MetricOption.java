package dev.perftriage.cli;

import dev.perftriage.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The metrics that something is compared by. */
final class MetricOption {

  /** Stands for what the triager looks at. */
  private static final String TRIAGE = "triage";

  private static final List<Metric> TRIAGE_METRICS =
      List.of(Metric.INSTRUCTIONS, new Metric("max-rss"), new Metric("size:linked_artifact"));

  private final OptionSpec option;

  private MetricOption(OptionSpec.Builder option) {
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
    command.addOption(option);
  }

  /**
   * The metrics in the order asked, each once, with what {@code triage} stands for in its place;
   * none where none was asked for and there is no default.
   */
  List<Metric> asked() {
    List<Metric> metrics = option.getValue();
    LinkedHashSet<Metric> asked = new LinkedHashSet<>();
    for (Metric metric : metrics) {
      asked.addAll(metric.name().equals(TRIAGE) ? TRIAGE_METRICS : List.of(metric));
    }
    return new ArrayList<>(asked);
  }

  private static OptionSpec.Builder builder(String description) {
    return Options.list(Metric.class, "-m", "--metric")
        .paramLabel("METRIC")
        .converters(new Converters.OfMetric())
        .completionCandidates(Candidates.METRICS)
        .description(description);
  }
}
