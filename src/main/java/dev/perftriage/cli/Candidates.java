package dev.perftriage.cli;

import java.util.List;

/** Values that completion offers; the site's lists grow, so that an option may take others too. */
final class Candidates {

  /** The site's metrics. */
  static final List<String> METRICS =
      List.of(
          "instructions:u",
          "cycles",
          "cycles:u",
          "wall-time",
          "task-clock",
          "task-clock:u",
          "cpu-clock",
          "cpu-clock:u",
          "max-rss",
          "faults",
          "faults:u",
          "context-switches",
          "branch-misses",
          "cache-misses",
          "size:linked_artifact",
          "size:object_file",
          "size:dep_graph",
          "size:query_cache",
          "size:work_product_index",
          "size:crate_metadata",
          "size:dwo_file",
          "size:assembly_file",
          "size:llvm_bitcode",
          "size:llvm_ir",
          "size:codegen_unit_size_estimate",
          "size:cgu_instructions",
          "size:doc_bytes",
          "size:doc_files_count");

  /** What a comparison can be held against. */
  static final List<String> GATES =
      List.of(
          "regression",
          "magnitude:small",
          "magnitude:medium",
          "magnitude:large",
          "magnitude:very-large",
          "change:1%",
          "mean:0.5%",
          "error");

  private Candidates() {}
}
