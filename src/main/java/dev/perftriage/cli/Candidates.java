package dev.perftriage.cli;

import dev.perftriage.log.check.Rule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Values that completion offers; the site's lists grow, so that an option may take others too. */
final class Candidates {

  private Candidates() {}

  private abstract static class Words implements Iterable<String> {

    private final List<String> words;

    Words(String... words) {
      this.words = List.of(words);
    }

    @Override
    public Iterator<String> iterator() {
      return words.iterator();
    }
  }

  /** The site's metrics. */
  static final class Metrics extends Words {
    Metrics() {
      super(
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
    }
  }

  /** What the compiler is run as. */
  static final class Profiles extends Words {
    Profiles() {
      super("check", "debug", "opt", "doc", "doc-json", "clippy");
    }
  }

  /** How much is left to compile; the patched ones carry a name that the benchmark gives. */
  static final class Scenarios extends Words {
    Scenarios() {
      super("full", "incr-full", "incr-unchanged", "incr-patched");
    }
  }

  /** What a comparison can be held against. */
  static final class Gates extends Words {
    Gates() {
      super(
          "regression",
          "magnitude:small",
          "magnitude:medium",
          "magnitude:large",
          "magnitude:very-large",
          "change:1%",
          "mean:0.5%",
          "error");
    }
  }

  /** The code generators. */
  static final class Backends extends Words {
    Backends() {
      super("llvm", "cranelift");
    }
  }

  /** The targets that the site measures. */
  static final class Targets extends Words {
    Targets() {
      super("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu");
    }
  }

  /** The site's categories of benchmarks that the summary tells apart. */
  static final class Categories extends Words {
    Categories() {
      super("primary", "secondary");
    }
  }

  /** What a benchmark is compiled to. */
  static final class Artifacts extends Words {
    Artifacts() {
      super("binary", "library");
    }
  }

  /** The ways that a test case can change. */
  static final class Directions extends Words {
    Directions() {
      super("regression", "improvement");
    }
  }

  /** The rules that logs are checked by. */
  static final class Rules extends Words {
    Rules() {
      super(Arrays.stream(Rule.values()).map(Rule::label).toArray(String[]::new));
    }
  }
}
