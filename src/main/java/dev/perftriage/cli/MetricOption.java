package dev.perftriage.cli;

import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Metric;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** The option for metrics. */
record MetricOption(Option<List<Metric>> option) {

  /** Stands for the metrics that triagers look at. */
  private static final String TRIAGE = "triage";

  private static final List<Metric> TRIAGE_METRICS =
      List.of(Metric.INSTRUCTIONS, new Metric("max-rss"), new Metric("size:linked_artifact"));

  /** The candidates for completion: the metrics that the site currently measures. */
  private static final List<String> KNOWN =
      Pattern.compile("\\s+")
          .splitAsStream(
              """
              instructions:u cycles cycles:u wall-time task-clock task-clock:u cpu-clock cpu-clock:u
              max-rss faults faults:u context-switches branch-misses cache-misses
              size:linked_artifact size:object_file size:dep_graph size:query_cache
              size:work_product_index size:crate_metadata size:dwo_file size:assembly_file
              size:llvm_bitcode size:llvm_ir size:codegen_unit_size_estimate size:cgu_instructions
              size:doc_bytes size:doc_files_count
              """)
          .toList();

  /**
   * The option with a default.
   *
   * @param roles what help says about several metrics
   */
  static MetricOption withDefault(String roles) {
    return new MetricOption(
        builder()
            .defaultValue(Metric.INSTRUCTIONS.name())
            .describe(description(roles + ". Default: ${DEFAULT-VALUE}.")));
  }

  /**
   * The option for commands that may take the metric from elsewhere.
   *
   * @param more what help says about several metrics, and about none
   */
  static MetricOption withoutDefault(String more) {
    return new MetricOption(builder().describe(description(more)));
  }

  /**
   * The requested metrics in order, without duplicates and with {@code triage} expanded; empty if
   * none is given and there is no default.
   */
  List<Metric> asked() {
    return option.value().stream()
        .flatMap(
            metric -> metric.name().equals(TRIAGE) ? TRIAGE_METRICS.stream() : Stream.of(metric))
        .distinct()
        .toList();
  }

  /**
   * The only requested metric.
   *
   * @param reason why there is only one, such as {@code verdicts are by one metric}
   * @throws UsageException if several are requested
   */
  Metric single(String reason) {
    List<Metric> asked = asked();
    if (asked.size() != 1) {
      throw new UsageException("--metric: " + reason + "; name one.");
    }
    return asked.get(0);
  }

  /** The metrics given on the command line, or else the one of a pasted address, or the default. */
  List<Metric> asked(Optional<RevisionPair> pasted, ParseResult parsed) {
    Optional<Metric> ofAddress = pasted.flatMap(RevisionPair::metric);
    return ofAddress.isPresent() && !option.isGivenIn(parsed) ? List.of(ofAddress.get()) : asked();
  }

  private static Option.Builder<List<Metric>> builder() {
    return Option.list(Metric.class, Converters::metric, "METRIC", "-m", "--metric")
        .completionCandidates(KNOWN);
  }

  private static String description(String more) {
    return "Metric, by the site's name; triage stands for instructions:u, max-rss and"
        + " size:linked_artifact. Repeatable, or separated by commas"
        + more;
  }
}
