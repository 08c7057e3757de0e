package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricUnitTest {

  @ParameterizedTest
  @CsvSource({
    "instructions:u, COUNT, COUNT",
    "faults, COUNT, COUNT",
    "max-rss, KIBIBYTES, KIBIBYTES",
    "size:linked_artifact, BYTES, BYTES",
    "size:doc_bytes, BYTES, BYTES",
    "size:of_tomorrow, BYTES, BYTES",
    "size:doc_files_count, COUNT, COUNT",
    "size:cgu_instructions, COUNT, COUNT",
    "size:codegen_unit_size_estimate, COUNT, COUNT",
    "cpu-clock:u, MILLISECONDS, MILLISECONDS",
    "task-clock, MILLISECONDS, MILLISECONDS",
    "wall-time, SECONDS, NANOSECONDS",
    "unknown, COUNT, COUNT",
  })
  void everyMetricHasAUnit(String name, MetricUnit compile, MetricUnit runtime) {
    Metric metric = new Metric(name);

    assertThat(MetricUnit.of(metric)).isEqualTo(compile);
    assertThat(MetricUnit.ofRuntime(metric)).isEqualTo(runtime);
    assertThat(MetricUnit.of(metric, TestCase.ofRuntime("nbody", "x86_64-unknown-linux-gnu")))
        .isEqualTo(runtime);
  }
}
