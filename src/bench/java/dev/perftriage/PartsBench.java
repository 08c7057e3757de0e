package dev.perftriage;

import dev.perftriage.WireWriter.Commit;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.analysis.noise.Reverts;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Figure;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.markdown.SummaryTable;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the parts of the program take once they are warm, of comparisons of 3,200 test cases: {@code
 * src/bench/run jmh}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class PartsBench {

  private static final Metric METRIC = new Metric("instructions:u");
  private static final SizeLimit LARGEST = new SizeLimit(SizeLimit.LARGEST, "");
  private static final int TEST_CASES = 3200;
  private static final int MERGES = 60;

  private Path store;
  private Path payload;
  private ArtifactComparison comparison;
  private ComparisonSummary summary;
  private ComparableTestCases cases;
  private SeriesBuilder values;
  private List<ComparisonSummary> steps;

  /** Makes up a range of merges, and takes of it what the parts begin with. */
  @Setup
  public void makeUp() throws IOException {
    store = Files.createTempDirectory("parts-bench");
    BenchStore.write(store, TEST_CASES, new TreeSet<>(List.of(MERGES)));
    payload = file(0, MERGES);
    comparison = read(payload);
    summary = ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
    cases = ComparableTestCases.of(comparison, TestCase.DEFAULT_TARGET);
    values = new SeriesBuilder(TestCase.DEFAULT_TARGET);
    steps = new ArrayList<>();
    for (int merge = 1; merge <= MERGES; merge++) {
      ArtifactComparison step = read(file(merge - 1, merge));
      values.add(step);
      steps.add(ComparisonSummary.of(step, TestCase.DEFAULT_TARGET));
    }
  }

  private static ArtifactComparison read(Path file) {
    return ComparisonReader.read(Payload.ofFile(file, LARGEST), METRIC, new TestCaseInterner());
  }

  /** Removes what was made up. */
  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** One payload, from its file to the model. */
  @Benchmark
  public ArtifactComparison decode() {
    return read(payload);
  }

  /** The relevant changes of one comparison, by category. */
  @Benchmark
  public ComparisonSummary summarise() {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }

  /** What became of every relevant change in 60 merges. */
  @Benchmark
  public NoiseVerdicts verdicts() {
    return NoiseVerdicts.of(values, steps, List.of(), Reverts.NONE);
  }

  /** The table of one summary as Markdown. */
  @Benchmark
  public String table() {
    return SummaryTable.render(summary);
  }

  /** The charts of one comparison as SVG. */
  @Benchmark
  public List<Figure> charts() {
    return Charts.ofComparison(cases).map(Chart::figure).toList();
  }

  /** The same as PNG. */
  @Benchmark
  public List<byte[]> chartsAsPng() {
    return Charts.ofComparison(cases).map(Chart::png).toList();
  }

  private Path file(int start, int end) {
    return store
        .resolve("comparisons")
        .resolve(BenchStore.fileName(new Commit(start), new Commit(end)));
  }
}
