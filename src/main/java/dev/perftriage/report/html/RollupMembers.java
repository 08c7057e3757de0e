package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.attribution.ExplainedCase;
import dev.perftriage.analysis.attribution.MemberAttribution;
import dev.perftriage.analysis.attribution.RollupAttribution;
import dev.perftriage.model.PullRef;
import dev.perftriage.report.prose.CulpritSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.MemberWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a rollup's members explain: a matrix of the measured members and the benchmarks that moved.
 *
 * @param sentences who moved what, and what is not known
 * @param command the comment that measures the likeliest members; empty if there is nothing left to
 *     find or to measure
 * @param measured the measured members, those that explain most first
 * @param rows a row for each benchmark, the one with the largest change first
 * @param cut the number of benchmarks left out
 * @param others the members that are not measured
 */
public record RollupMembers(
    List<String> sentences,
    String command,
    List<MemberName> measured,
    List<BenchmarkRow> rows,
    int cut,
    List<MemberName> others) {

  /** With more, a reader looks at the table of test cases. */
  private static final int MOST_ROWS = 30;

  static RollupMembers of(RollupAttribution rollup) {
    List<MemberAttribution> measured =
        rollup.culpritsFirst().stream().filter(MemberAttribution::isMeasured).toList();
    Map<String, List<TestCaseChange>> byBenchmark = new LinkedHashMap<>();
    if (!measured.isEmpty()) {
      rollup.changes().stream()
          .filter(change -> !rollup.noise().contains(change))
          .forEach(
              change ->
                  byBenchmark
                      .computeIfAbsent(change.testCase().benchmark(), key -> new ArrayList<>())
                      .add(change));
    }
    CulpritSentences sentences = new CulpritSentences(rollup);
    return new RollupMembers(
        Stream.concat(sentences.cause().stream(), sentences.offsets().stream())
            .map(sentence -> sentence.in(Markup.NONE) + ".")
            .toList(),
        sentences
            .command()
            .map(unused -> CulpritSentences.commandLine(rollup.toMeasure()))
            .orElse(""),
        measured.stream().map(RollupMembers::name).toList(),
        byBenchmark.entrySet().stream()
            .limit(MOST_ROWS)
            .map(row -> row(row.getKey(), row.getValue(), measured))
            .toList(),
        Math.max(0, byBenchmark.size() - MOST_ROWS),
        rollup.members().stream()
            .filter(member -> !member.isMeasured())
            .map(RollupMembers::name)
            .toList());
  }

  private static MemberName name(MemberAttribution member) {
    PullRef pull = new PullRef(member.number());
    return new MemberName(
        pull.toString(), member.member().title(), MemberWords.state(member), pull.address());
  }

  private static BenchmarkRow row(
      String benchmark, List<TestCaseChange> changes, List<MemberAttribution> measured) {
    int regressions = RollupAttribution.regressions(changes);
    int improvements = changes.size() - regressions;
    return new BenchmarkRow(
        benchmark,
        regressions,
        improvements,
        measured.stream().map(member -> cell(benchmark, member)).toList());
  }

  private static MatrixCell cell(String benchmark, MemberAttribution member) {
    List<ExplainedCase> explained =
        member.explained().stream()
            .filter(each -> each.change().testCase().benchmark().equals(benchmark))
            .toList();
    double share = explained.stream().mapToDouble(ExplainedCase::share).average().orElse(0);
    return new MatrixCell(explained.size(), explained.isEmpty() ? "" : MemberWords.share(share));
  }

  /**
   * A member.
   *
   * @param state what is known of its own build
   */
  public record MemberName(String number, String title, String state, String address) {}

  /**
   * A benchmark that moved.
   *
   * @param regressions how many of its test cases got worse, noise aside
   * @param improvements how many got better
   * @param cells one for each measured member
   */
  public record BenchmarkRow(
      String benchmark, int regressions, int improvements, List<MatrixCell> cells) {}

  /**
   * What a member explains of a benchmark.
   *
   * @param explained the number of test cases
   * @param share its mean part of their changes, in percent; empty if it explains none
   */
  public record MatrixCell(int explained, String share) {}
}
