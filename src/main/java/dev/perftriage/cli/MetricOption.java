package dev.perftriage.cli;

import dev.perftriage.model.Metric;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that something is compared by. */
record MetricOption(Option<List<Metric>> option) {

  /** Stands for what the triager looks at. */
  private static final String TRIAGE = "triage";

  private static final List<Metric> TRIAGE_METRICS =
      List.of(Metric.INSTRUCTIONS, new Metric("max-rss"), new Metric("size:linked_artifact"));

  /** What completion offers: those that the site measures now, to which others may be added. */
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

  /** The option where nothing else tells the metric; help says of several what roles they have. */
  static MetricOption withDefault(String roles) {
    return new MetricOption(
        builder()
            .defaultValue(Metric.INSTRUCTIONS.name())
            .describe(description(roles + ". Default: ${DEFAULT-VALUE}.")));
  }

  /**
   * The option where something else may tell the metric; help says more of several, and of none.
   */
  static MetricOption withoutDefault(String more) {
    return new MetricOption(builder().describe(description(more)));
  }

  /**
   * The metrics in the order asked, each once, with what {@code triage} stands for in its place;
   * none where none was asked for and there is no default.
   */
  List<Metric> asked() {
    return option.value().stream()
        .flatMap(
            metric -> metric.name().equals(TRIAGE) ? TRIAGE_METRICS.stream() : Stream.of(metric))
        .distinct()
        .toList();
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
