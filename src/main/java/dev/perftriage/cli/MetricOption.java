package dev.perftriage.cli;

import dev.perftriage.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** The metrics that something is compared by. */
final class MetricOption {

  /** Stands for what the triager looks at. */
  private static final String TRIAGE = "triage";

  private static final List<Metric> TRIAGE_METRICS =
      List.of(Metric.INSTRUCTIONS, new Metric("max-rss"), new Metric("size:linked_artifact"));

  @Option(
      names = {"-m", "--metric"},
      split = ",",
      paramLabel = "METRIC",
      converter = Converters.OfMetric.class,
      completionCandidates = Candidates.Metrics.class,
      description =
          "What to compare, by the site's name; triage stands for instructions:u, max-rss and"
              + " size:linked_artifact. Repeatable, or a list with commas: the first one leads."
              + " Default: what the name of --input says, else instructions:u.")
  private List<Metric> metrics = List.of();

  /** The metrics in the order asked, each once; none where none was asked for. */
  List<Metric> asked() {
    return each(metrics);
  }

  /** Metrics with {@code triage} as what it stands for, each once. */
  static List<Metric> each(List<Metric> metrics) {
    LinkedHashSet<Metric> asked = new LinkedHashSet<>();
    for (Metric metric : metrics) {
      asked.addAll(metric.name().equals(TRIAGE) ? TRIAGE_METRICS : List.of(metric));
    }
    return new ArrayList<>(asked);
  }
}
