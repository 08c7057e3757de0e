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

  /** What the compiler is run as. */
  static final List<String> PROFILES =
      List.of("check", "debug", "opt", "doc", "doc-json", "clippy");

  /** How much is left to compile; the patched ones carry a name that the benchmark gives. */
  static final List<String> SCENARIOS =
      List.of("full", "incr-full", "incr-unchanged", "incr-patched");

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

  /** The code generators. */
  static final List<String> BACKENDS = List.of("llvm", "cranelift");

  /** The targets that the site measures. */
  static final List<String> TARGETS =
      List.of("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu");

  /** The site's categories of benchmarks that the summary tells apart. */
  static final List<String> CATEGORIES = List.of("primary", "secondary");

  /** What a benchmark is compiled to. */
  static final List<String> ARTIFACTS = List.of("binary", "library");

  /** The ways that a test case can change. */
  static final List<String> DIRECTIONS = List.of("regression", "improvement");

  private Candidates() {}
}
