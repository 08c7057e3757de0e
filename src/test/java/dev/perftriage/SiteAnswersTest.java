package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCaseComparison;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stand-in's comparisons are like those of the site's own program. */
class SiteAnswersTest {

  private static final String START = "4146079cee94242771864147e32fb5d9adbd34f8";
  private static final String END = "c6d42d774d1edfb270b8faaefacc67c213b0260b";
  private static final String METRIC = "instructions:u";
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final Path RECORDED =
      Path.of("samples/2025-11-03/comparisons/" + START + ".." + END + "." + METRIC + ".msgpack");

  private final SiteAnswers site = new SiteAnswers();

  @Test
  void everyAnswerIsInAnotherOrder() throws IOException {
    List<TestCaseComparison> first = answer().compile();
    List<TestCaseComparison> second = answer().compile();

    assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrderElementsOf(second);
    assertThat(new SiteAnswers().answer(recorded(), START, END, METRIC, true))
        .isEqualTo(new SiteAnswers().answer(recorded(), START, END, METRIC, true));
  }

  @Test
  void eachTestCaseIsOnARandomOneOfItsTargets() throws IOException {
    int all = answer().compile().size();
    site.measureAlsoOn(ARM);
    List<TestCaseComparison> first = answer().compile();
    List<TestCaseComparison> second = answer().compile();

    assertThat(first).hasSize(all);
    assertThat(first.stream().filter(one -> one.testCase().target().equals(ARM)).count())
        .isBetween(all * 2L / 5, all * 3L / 5);
    assertThat(new HashSet<>(first)).isNotEqualTo(new HashSet<>(second));
  }

  @Test
  void aHalfMeasuredMergeLacksWholeBenchmarks() throws IOException {
    Set<String> all = benchmarks(answer());
    site.measureHalfOf(END);

    assertThat(benchmarks(answer())).hasSize((all.size() + 1) / 2).isSubsetOf(all);
  }

  @Test
  void afterAHoleEveryThresholdIsTheDefault() throws IOException {
    site.judgeByDefaultFrom(START);

    assertThat(answer().compile())
        .allMatch(one -> one.result().significanceThreshold() == 0.002)
        .anyMatch(one -> !one.result().relevantOnSite());
  }

  @Test
  void anythingMayNewlyFail() throws IOException {
    site.failAt(END, "Job failure", "it took too long");

    assertThat(answer().newErrors())
        .contains(new ArtifactComparison.BenchmarkError("Job failure", "it took too long"));
  }

  @Test
  void aMetricThatNothingWasMeasuredByHasNoTestCases() throws IOException {
    ArtifactComparison answer =
        read(site.answer(recorded(), START, END, "size:doc_bytes", false), "size:doc_bytes");

    assertThat(answer.compile()).isEmpty();
    assertThat(answer.runtime()).isEmpty();
  }

  @Test
  void aReleaseIsNoMerge() throws IOException {
    site.release("beta-2026-10-15", END);
    ArtifactComparison answer =
        read(site.answer(recorded(), START, "beta-2026-10-15", METRIC, true), METRIC);

    assertThat(answer.after().commit()).hasToString("beta-2026-10-15");
    assertThat(answer.after().date()).isNull();
    assertThat(answer.nextCommit()).isNull();
  }

  private ArtifactComparison answer() throws IOException {
    return read(site.answer(recorded(), START, END, METRIC, true), METRIC);
  }

  private static ArtifactComparison read(byte[] answer, String metric) {
    return ComparisonReader.read(
        new Payload(answer, "the stand-in"), new Metric(metric), new TestCaseInterner());
  }

  private static byte[] recorded() throws IOException {
    return Files.readAllBytes(RECORDED);
  }

  private static Set<String> benchmarks(ArtifactComparison comparison) {
    return comparison.compile().stream()
        .map(one -> one.testCase().benchmark())
        .collect(Collectors.toSet());
  }
}
