package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.FakeServices;
import dev.perftriage.FlaggedStore;
import dev.perftriage.cli.Cli.Result;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge of which one collector's part is missing is said to be measured in part. */
class HalfMeasuredTest {

  private static final int MERGES = 6;
  private static final String START = sha(0);

  @TempDir private Path directory;
  private FakeServices services;

  @BeforeEach
  void serve() throws IOException {
    FlaggedStore.write(
        directory.resolve("recorded"),
        IntStream.range(0, MERGES).mapToObj(i -> comparison(i, i + 1)).toList(),
        comparison(0, MERGES),
        Map.of());
    services = new FakeServices(directory.resolve("recorded"));
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void aMergeWithinTheRangeIsNamedWithWhatItLacks() {
    services.measureHalfOf(sha(3));
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .isEqualTo(
            "perf-triage: #3 (33333333) was measured in part: it has 5 of 10 test cases and lacks"
                + " primary-1, primary-3, primary-5, primary-7 and 1 more.\n");
    assertThat(result.out())
        .contains(
            "- [#3](https://github.com/rust-lang/rust/pull/3) (`33333333`) was measured in part: it"
                + " has 5 of 10 test cases and lacks `primary-1`, `primary-3`, `primary-5`,"
                + " `primary-7` and 1 more.\n")
        .contains("Revision range: [00000000..66666666]")
        .contains("6 artifact comparisons made in total");
  }

  @Test
  void theRangeEndsBeforeAnEndThatWasMeasuredInPart() {
    services.measureHalfOf(sha(MERGES));
    Result result = report();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("#6 (66666666) was measured in part")
        .contains("The range ends before it; the next report will have it.")
        .doesNotContain("has no data yet");
    assertThat(result.out())
        .contains("The range ends before it; the next report will have it.")
        .contains("Revision range: [00000000..55555555]")
        .contains("5 artifact comparisons made in total")
        .doesNotContain("has no data yet");
  }

  @Test
  void theNextReportGoesBackToIt() {
    services.measureHalfOf(sha(MERGES));
    report("-o", "last.md");
    stop();
    services = new FakeServices(directory.resolve("recorded"));
    Result next = run("report", "-q", "--since-last", "last.md", "-o", "-");

    assertThat(next.err()).isEqualTo("perf-triage: starting at 55555555, where last.md ended\n");
    assertThat(next.out())
        .contains("Revision range: [55555555..66666666]")
        .contains("1 artifact comparisons made in total");
    assertThat(next.exitCode()).isZero();
  }

  @Test
  void anEndIsKeptIfTheRangeBeforeItCannotBeCompared() {
    services.measureHalfOf(sha(MERGES));
    run("fetch", "-q", "--start", START, "--store", "store");
    directory
        .resolve("store/comparisons/" + START + ".." + sha(5) + ".instructions:u.msgpack")
        .toFile()
        .delete();
    Result result =
        Cli.in(directory)
            .run("report", "--start", START, "--offline", "--store", "store", "-o", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out())
        .contains("(`66666666`) was measured in part")
        .contains("Revision range: [00000000..66666666]")
        .doesNotContain("The range ends before it");
  }

  @Test
  void theJsonReportHasTheNumbers() {
    services.measureHalfOf(sha(MERGES));

    assertThat(report("-f", "json").out().replaceAll("\\s+", " "))
        .contains(
            "\"half_measured\" : [ { \"commit\" : \"%s\", \"pr\" : 6, \"test_cases\" : 5,"
                    .formatted(sha(MERGES))
                + " \"usual_test_cases\" : 10, \"left_out\" : true, \"lacking_benchmarks\" : ["
                + " \"primary-1\",")
        .contains("\"complete\" : false");
  }

  private static String sha(int number) {
    return Integer.toString(number).repeat(40);
  }

  private static ArtifactComparison comparison(int before, int after) {
    Comparisons quiet = Comparisons.comparison().between(merge(before), merge(after));
    for (int i = 0; i < 10; i++) {
      quiet.add(Category.PRIMARY, 1000, 1000.1, 0.003);
    }
    return quiet.build();
  }

  private static Artifact merge(int number) {
    return Comparisons.artifact(new Sha(sha(number)), number);
  }

  private Result report(String... more) {
    List<String> output = List.of(more).contains("-o") ? List.of() : List.of("-o", "-");
    return run(
        Stream.of(
                Stream.of("report", "-q", "--start", START, "--date", "2025-11-03"),
                output.stream(),
                Stream.of(more))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private Result run(String... arguments) {
    return Cli.in(directory).run(services.options(), arguments);
  }
}
