package dev.perftriage.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Dimension;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.ListLimit;
import dev.perftriage.report.document.ComparisonDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Markdown of comparisons within a budget. */
class MarkdownBudgetTest {

  private static final int USUAL = 60_000;
  private static final String[] NAMES = {
    "serde-1.0.219", "a|b`c", "変数の名前", "🚀 rocket", "<details>", "x".repeat(300), "\\|", "naïve"
  };
  private static final Pattern COUNTED = Pattern.compile("(?m)^and (\\d+) more$");

  static IntStream seeds() {
    return IntStream.range(0, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyComparisonIsValidMarkdownWithinTheBudget(int seed) {
    Random random = new Random(seed);
    int bytes = List.of(MarkdownBudget.LEAST, 4_000, 20_000, USUAL).get(random.nextInt(4));
    String markdown = write(anyReport(random), 1 + random.nextInt(30), bytes);

    assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(bytes);
    assertThat(markdown).endsWith("\n");
    List<String> rows = markdown.lines().filter(line -> line.startsWith("| ")).toList();
    assertThat(rows).allSatisfy(row -> assertThat(row).endsWith(" |"));
    assertThat(tags(markdown)).matches("(<details></details>)*");
    for (MarkdownReaders reader : MarkdownReaders.values()) {
      assertThat(reader.html(markdown).split("<tr>", -1)).hasSize(rows.size() + 1);
    }
  }

  private static String tags(String markdown) {
    return markdown.lines().filter(line -> line.matches("</?details>")).reduce("", String::concat);
  }

  @Test
  void whatDoesNotFitIsCountedAndOneMoreRowWouldNotFit() {
    ComparisonReport report = report(List.of(changes(400, 100)));

    String whole = write(report, Integer.MAX_VALUE, Integer.MAX_VALUE);
    String cut = write(report, 20, 20_000);

    assertThat(whole).doesNotContain("more");
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(19_700, 20_000);
    int left =
        COUNTED.matcher(cut).results().mapToInt(more -> Integer.parseInt(more.group(1))).sum();
    assertThat(left).isPositive();
    assertThat(benchmarks(cut)).hasSize(500 - left);
  }

  @Test
  void regressionsComeFirstAndTheLargestAreVisible() {
    String markdown = write(report(List.of(changes(30, 25))), 20, USUAL);

    assertThat(markdown)
        .containsSubsequence(
            "#### 30 relevant regressions",
            "| up-29 ",
            "| up-10 ",
            "<details>\n<summary>10 more</summary>\n\n| benchmark",
            "| up-9 ",
            "| up-0 ",
            "</details>",
            "#### 25 relevant improvements",
            "| down-24 ",
            "<details>\n<summary>5 more</summary>",
            "| down-0 ",
            "</details>");
    assertThat(COUNTED.matcher(markdown).find()).isFalse();
  }

  @Test
  void oneLongListDoesNotHideAShortOne() {
    String markdown = write(report(List.of(changes(2_000, 3))), 20, 10_000);

    assertThat(markdown).contains("| down-2 ", "| down-1 ", "| down-0 ").doesNotContain("| up-0 ");
  }

  private static List<String> benchmarks(String markdown) {
    return markdown.lines().filter(line -> line.matches("\\| (up|down)-.*")).toList();
  }

  private static Comparisons changes(int up, int down) {
    Comparisons comparison = Comparisons.comparison();
    IntStream.range(0, up).forEach(at -> add(comparison, "up-" + at, 0.01 + at / 1e4));
    IntStream.range(0, down).forEach(at -> add(comparison, "down-" + at, -0.01 - at / 1e4));
    return comparison;
  }

  private static void add(Comparisons comparison, String benchmark, double change) {
    comparison.add(
        new TestCase(benchmark, "check", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
        Category.PRIMARY,
        new TestResultComparison(1e9, 1e9 * (1 + change), 0.001, Math.abs(change) / 0.001, true));
  }

  private static ComparisonReport anyReport(Random random) {
    List<Comparisons> comparisons = new ArrayList<>();
    for (int metric = 0; metric <= random.nextInt(3); metric++) {
      Comparisons comparison = Comparisons.comparison().by("metric|" + metric);
      for (int at = random.nextInt(400); at > 0; at--) {
        add(comparison, name(random) + at, random.nextGaussian() / 20);
      }
      for (int at = random.nextInt(30); at > 0; at--) {
        comparison.error(name(random), (name(random) + "\n").repeat(random.nextInt(500)));
      }
      for (int at = random.nextInt(40); at > 0; at--) {
        comparison.runtime(
            name(random) + at,
            new TestResultComparison(1000, 900 + random.nextInt(200), 0.01, 5, true));
      }
      comparisons.add(comparison);
    }
    return report(comparisons);
  }

  private static String name(Random random) {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private static ComparisonReport report(List<Comparisons> comparisons) {
    return new ComparisonReport(
        comparisons.stream()
            .map(comparison -> JudgedComparison.of(comparison.build(), CaseFilter.ALL))
            .toList(),
        Optional.empty(),
        true,
        "--runtime",
        Arrays.asList(Dimension.values()).subList(0, comparisons.size() - 1),
        false);
  }

  private static String write(ComparisonReport report, int visible, int bytes) {
    return MarkdownWriter.write(
        ComparisonDocument.of(report), new MarkdownBudget(new ListLimit(visible, ""), bytes));
  }
}
