package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareFilterTest {

  private static final String INPUT = Path.of("samples/148193.json").toAbsolutePath().toString();
  private static final int TEST_CASES = 588;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --benchmark  | serde*,/-nll$/    | benchmark serde* or /-nll$/
          --benchmark  | '/^[a-c]{1,2}/'   | benchmark /^[a-c]{1,2}/
          --profile    | check             | profile check
          --scenario   | incr-patched,full | scenario incr-patched or full
          --backend    | LLVM              | backend LLVM
          --target     | x86_64-*          | target x86_64-*
          --category   | primary           | category primary
          --artifact   | library           | artifact library
          --direction  | regression        | direction regression
          --min-change | 0.2%              | a change of 0.2% or more
          """)
  void aFilterAndItsNegationShareTheTestCasesOut(String option, String value, String says)
      throws IOException {
    // One word may be several values, each of which is negated.
    String negated =
        value.startsWith("/") ? "!" + value : "!" + value.replaceAll(",(?=[a-z/])", ",!");
    Set<String> selected = cases(json(option, value));
    Set<String> others = cases(json(option, negated));

    assertThat(selected).isNotEmpty();
    assertThat(Collections.disjoint(selected, others)).isTrue();
    assertThat(selected.size() + others.size()).isEqualTo(TEST_CASES);
    Result text = compare(option, value);
    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .contains("\nOnly test cases with " + says + "; " + others.size() + " of 588 left out.\n");
    JsonNode filter = json(option, value).get("filter");
    assertThat(filter.get("test_cases").asInt()).isEqualTo(TEST_CASES);
    assertThat(filter.get("left_out").asInt()).isEqualTo(others.size());
    assertThat(filter.at("/criteria/" + option.substring(2)).size())
        .isEqualTo(FilterOptions.split(value).size());
  }

  @Test
  void everyOptionMustHoldAndEachMayBeRepeated() throws IOException {
    Set<String> both = cases(json("--profile", "opt", "--profile", "debug", "--scenario", "full"));
    Set<String> expected = cases(json("--profile", "opt,debug"));
    expected.retainAll(cases(json("--scenario", "full")));

    assertThat(both).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void theSummaryFollowsTheFilter() throws IOException {
    JsonNode all = json();
    int primary = 0;
    for (String profiles : List.of("opt,debug", "!opt,!debug")) {
      JsonNode slice = json("--profile", profiles);
      primary += slice.at("/summaries/0/primary/all/count").asInt();
      assertThat(slice.at("/summaries/0/primary/all/count").asInt()).isPositive();
    }

    assertThat(primary).isEqualTo(all.at("/summaries/0/primary/all/count").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void everyFormatSaysWhatIsLeftOut(String format) {
    Result result = compare("--category", "primary", "--format", format);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .containsPattern("Only test cases with category `?primary`?; 308 of 588 left out\\.")
        .contains("Geometric mean over 280 test cases, relevant or not: ")
        .contains("sensitivity to the choice of benchmarks, not measurement error");
  }

  @ParameterizedTest
  @CsvSource({
    "text, --direction, regression",
    "markdown, --min-change, 1%",
    "html, --direction, !improvement"
  })
  void aSliceByOutcomeHasNoGeometricMean(String format, String option, String value) {
    assertThat(compare(option, value, "--format", format).out())
        .contains("No geometric mean: ")
        .doesNotContain("Geometric mean over");
  }

  @Test
  void jsonHasTheGeometricMeanInFull() throws IOException {
    JsonNode mean = json().at("/summaries/0/geometric_mean");

    double logarithms = 0;
    JsonNode cases = json().get("cases");
    for (JsonNode each : cases) {
      logarithms += Math.log(each.get("after").asDouble() / each.get("before").asDouble());
    }
    assertThat(mean.get("change").asDouble())
        .isCloseTo(Math.expm1(logarithms / cases.size()), within(1e-12));
    assertThat(mean.get("test_cases").asInt()).isEqualTo(TEST_CASES);
    assertThat(mean.at("/lower").asDouble()).isLessThan(mean.get("change").asDouble());
    assertThat(mean.at("/upper").asDouble()).isGreaterThan(mean.get("change").asDouble());
    assertThat(json("--direction", "regression").at("/summaries/0/geometric_mean").isNull())
        .isTrue();
  }

  @Test
  void allListsTestCasesThatAreNotRelevantToo() {
    assertThat(compare("--all").out())
        .contains(
            "301 increased test cases of 588, largest first",
            "287 unchanged or decreased test cases of 588, largest first");
    assertThat(compare("--all", "--format", "markdown").out())
        .contains("#### 301 increased test cases", "#### 287 unchanged or decreased test cases")
        .contains("| cargo-0.87.1 ");
    assertThat(compare("--all", "--format", "html").out())
        .contains(">All comparable test cases <span class=\"count\">588</span>");
    assertThat(compare().out())
        .contains(
            "24 relevant regressions of 588, largest first",
            "20 relevant improvements of 588, largest first");
  }

  @Test
  void csvAndJsonLinesHaveTheSelectedTestCasesAlone() {
    assertThat(compare("--profile", "opt", "--format", "jsonl").out().lines())
        .hasSize(168)
        .allSatisfy(line -> assertThat(line).contains("\"profile\":\"opt\""));
    assertThat(compare("--profile", "opt", "--format", "csv").out().lines()).hasSize(169);
  }

  @Test
  void gatesJudgeWhatIsSelectedByName() {
    assertThat(compare("--fail-on", "change:2%").exitCode()).isEqualTo(1);
    assertThat(compare("--fail-on", "change:2%", "--benchmark", "!syn*").exitCode()).isZero();
    assertThat(compare("--fail-on", "change:2%", "--benchmark", "sin").exitCode()).isEqualTo(3);

    Result byOutcome = compare("--fail-on", "regression", "--min-change", "5%");
    assertThat(byOutcome.exitCode()).isEqualTo(2);
    assertThat(byOutcome.err()).contains("--fail-on judges every change:");
  }

  @ParameterizedTest
  @CsvSource({
    "profile, opt",
    "scenario, incr-patched",
    "benchmark, eza-0.21.2",
    "backend, llvm",
    "target, x86_64-unknown-linux-gnu",
    "category, primary"
  })
  void aGroupIsWhatTheFilterOfThatNameLeaves(String by, String name) throws IOException {
    JsonNode groups = json("--by", by).at("/groupings/0");
    JsonNode alone = json("--by", by, "--" + by, name).at("/groupings/0/all");

    int testCases = 0;
    List<JsonNode> named = new ArrayList<>();
    for (JsonNode group : groups.get("groups")) {
      testCases += group.get("test_cases").asInt();
      if (group.get("name").asText().equals(name)) {
        named.add(group);
      }
    }
    assertThat(testCases).isEqualTo(TEST_CASES);
    assertThat(named).hasSize(1);
    assertThat(named.get(0).get("total")).isEqualTo(alone.get("total"));
    assertThat(named.get(0).get("relevant")).isEqualTo(alone.get("relevant"));
    for (String format : List.of("text", "markdown", "html")) {
      assertThat(compare("--by", by, "--format", format).out()).contains("y " + by).contains(name);
    }
  }

  @Test
  void groupsFitTheTerminal() {
    Result result =
        Cli.in(directory)
            .atTerminal(80, Map.of("NO_COLOR", "1"))
            .run("compare", "--input", INPUT, "-m=instructions:u", "--by", "benchmark,profile");

    assertThat(result.out().lines().filter(line -> !line.startsWith("https://")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(result.out()).contains("by benchmark").contains("deeply-nested-multi-new-solver  ");
  }

  @Test
  void aNameThatNothingHasIsNamedWithWhatThereIs() {
    Result result = compare("--profile", "chekc,opt");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "perf-triage: note: --profile: no measured name matches 'chekc'; available: check,"
                + " debug, doc, doc-json, opt\n");
    assertThat(compare("--benchmark", "serde").err())
        .contains("available: serde")
        .contains(" more\n");
  }

  @Test
  void namesThatSelectNothingAreMissingDataAndNoSuccess() {
    Result result = compare("--profile", "chekc", "--format", "markdown");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("no measured test case matches the filters");
    assertThat(result.out()).contains("588 of 588 left out");
  }

  @Test
  void changesThatNobodyMadeAreNoMissingData() {
    Result result = compare("--min-change", "90%", "--html=page.html", "--charts=charts");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("588 of 588 left out").contains("nothing relevant changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --benchmark  | /(/   | --benchmark: '/(/' is not a regular expression: missing closing )
          --profile    | opt,  | --profile: empty value.
          --category   | main  | --category: 'main' is neither primary nor secondary.
          --artifact   | dll   | --artifact: 'dll' is neither binary nor library.
          --direction  | up    | --direction: 'up' is neither regression nor improvement.
          --min-change | 0.01  | --min-change: '0.01' is not a percentage such as 1% or 0.5%.
          --by         | crate | 'crate'
          """)
  void whatIsNoFilterIsAMistakeOfUse(String option, String value, String says) {
    Result result = compare(option, value);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(says);
  }

  private static Set<String> cases(JsonNode comparison) {
    Set<String> cases = new HashSet<>();
    for (JsonNode change : comparison.get("cases")) {
      cases.add(
          change.get("benchmark").asText()
              + " "
              + change.get("profile").asText()
              + " "
              + change.get("scenario").asText());
    }
    return cases;
  }

  private JsonNode json(String... more) throws IOException {
    String[] arguments = Arrays.copyOf(more, more.length + 2);
    arguments[more.length] = "--format";
    arguments[more.length + 1] = "json";
    return new ObjectMapper().readTree(compare(arguments).out()).at("/comparisons/0");
  }

  private Result compare(String... more) {
    return Cli.in(directory)
        .run(Arrays.asList(more), "compare", "--input", INPUT, "-m=instructions:u");
  }
}
