package dev.perftriage.model;

import java.util.Set;

/** What the site's values of a metric count, from rustc-perf's collector. */
public enum MetricUnit {
  /** Events or things, such as instructions and page faults; also of unknown metrics. */
  COUNT(""),
  /** Bytes. */
  BYTES("B"),
  /** 1,024 bytes, as Linux counts the memory that a process used. */
  KIBIBYTES("KiB"),
  /** Seconds. */
  SECONDS("s"),
  /** Milliseconds, as {@code perf stat} counts clocks. */
  MILLISECONDS("ms"),
  /** Nanoseconds. */
  NANOSECONDS("ns");

  private static final String MEMORY = "max-rss";
  private static final String TIME = "wall-time";
  private static final Set<String> CLOCKS =
      Set.of("cpu-clock", "cpu-clock:u", "task-clock", "task-clock:u");
  private static final String SIZES = "size:";

  /** The metrics named as sizes that are numbers of things. */
  private static final Set<String> COUNTED_SIZES =
      Set.of("size:doc_files_count", "size:cgu_instructions", "size:codegen_unit_size_estimate");

  private final String symbol;

  MetricUnit(String symbol) {
    this.symbol = symbol;
  }

  /** The unit of a metric's values for test cases that compile a benchmark. */
  public static MetricUnit of(Metric metric) {
    String name = metric.name();
    if (name.equals(MEMORY)) {
      return KIBIBYTES;
    } else if (name.equals(TIME)) {
      return SECONDS;
    } else if (CLOCKS.contains(name)) {
      return MILLISECONDS;
    }
    return name.startsWith(SIZES) && !COUNTED_SIZES.contains(name) ? BYTES : COUNT;
  }

  /** The unit of a metric's values for runtime benchmarks, whose time is recorded otherwise. */
  public static MetricUnit ofRuntime(Metric metric) {
    return metric.name().equals(TIME) ? NANOSECONDS : of(metric);
  }

  /** The unit of a metric's values for a test case. */
  public static MetricUnit of(Metric metric, TestCase testCase) {
    return testCase.isRuntime() ? ofRuntime(metric) : of(metric);
  }

  /** The unit's symbol; empty for counts. */
  public String symbol() {
    return symbol;
  }
}
