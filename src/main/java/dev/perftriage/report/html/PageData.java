package dev.perftriage.report.html;

import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.html.CaseView.ViewKind;
import dev.perftriage.report.prose.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The test cases and histories that a page's script shows on demand, as JSON in columns.
 *
 * @param views the tables; the first one is shown first
 * @param series the measured values behind histories; empty if there are none
 * @param noSeries says why there are none; empty if there are, or nothing is to be said
 * @param seriesMetric what the series measures
 * @param crateKinds the kinds of crates that benchmarks compile to, by benchmark
 * @param thresholds those of the test cases at listed merges, relevant or not
 * @param byOutcome whether test cases were selected by their outcome at each merge
 * @param listsAll whether test cases that are not relevant are shown without being asked for
 */
record PageData(
    List<CaseView> views,
    Optional<MeasuredSeries> series,
    String noSeries,
    Metric seriesMetric,
    Map<String, CrateKind> crateKinds,
    ListedThresholds thresholds,
    boolean byOutcome,
    boolean listsAll) {

  /** The maximum number of merges of a history: about a month. */
  private static final int MOST_MERGES = 120;

  PageData {
    views = List.copyOf(views);
  }

  /** The JSON document. */
  String render() {
    PageJson json = new PageJson();
    CaseIndex cases = new CaseIndex(crateKinds);
    CaseIndex.Words verdicts = new CaseIndex.Words();
    CaseIndex.Words reasons = new CaseIndex.Words();
    json.beginObject().name("listsAll").integer(listsAll ? 1 : 0);
    json.name("byOutcome").integer(byOutcome ? 1 : 0);
    json.name("defaults").texts(List.of(TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET));
    json.name("views").beginArray();
    views.forEach(view -> write(json, view, cases, verdicts, reasons));
    json.endArray().name("verdicts");
    verdicts.write(json);
    json.name("reasons");
    reasons.write(json);
    json.name("cases");
    cases.write(json);
    json.name("noHistories").text(noSeries);
    series.ifPresent(some -> writeHistories(json, some, cases));
    writeThresholds(json, cases);
    return json.endObject().toString();
  }

  private void write(
      PageJson json,
      CaseView view,
      CaseIndex cases,
      CaseIndex.Words verdicts,
      CaseIndex.Words reasons) {
    boolean runtime = view.kind() == ViewKind.RUNTIME;
    MetricUnit unit = runtime ? MetricUnit.ofRuntime(view.metric()) : MetricUnit.of(view.metric());
    json.beginObject().name("id").text(view.id());
    json.name("kind").text(view.kind().name().toLowerCase(Locale.ROOT));
    json.name("title").text(view.title()).name("metric").text(view.metric().name());
    json.name("unit").text(unit.symbol());
    json.name("comparison")
        .text(SiteUrl.comparison(view.start(), view.end(), view.metric()))
        .name("graph")
        .text(graph(view))
        .name("queries")
        .text(runtime ? "" : SiteUrl.queries(view.start(), view.end()));
    json.name("from").integer(merge(view, view.start().text()));
    json.name("to").integer(merge(view, view.end().text()));
    json.name("case").integers(view.changes().stream().mapToInt(cases::of));
    numbers(json, "before", view, TestResultComparison::before);
    numbers(json, "after", view, TestResultComparison::after);
    numbers(json, "threshold", view, TestResultComparison::significanceThreshold);
    if (!view.changes().stream().allMatch(PageData::isFactorComputed)) {
      json.name("factor").numbers(view.changes().stream().mapToDouble(TestCaseChange::factor));
    }
    if (!view.changes().stream().allMatch(TestCaseChange::isRelevant)) {
      json.name("relevant")
          .text(
              view.changes().stream()
                  .map(change -> change.isRelevant() ? "1" : "0")
                  .collect(Collectors.joining()));
    }
    if (view.verdicts().isPresent()) {
      List<Optional<CaseVerdict>> known =
          view.changes().stream().map(view.verdicts().get()::of).toList();
      json.name("verdict").integers(places(known, CaseVerdict::verdict, verdicts));
      json.name("reason").integers(places(known, CaseVerdict::reason, reasons));
    }
    json.endObject();
  }

  private static IntStream places(
      List<Optional<CaseVerdict>> known, Function<CaseVerdict, String> text, CaseIndex.Words all) {
    return known.stream().mapToInt(verdict -> all.place(verdict.map(text).orElse("")));
  }

  /** Whether the factor, as printed, follows from change and threshold. */
  private static boolean isFactorComputed(TestCaseChange change) {
    double computed = Math.abs(change.change()) / change.result().significanceThreshold();
    return Numbers.factor(computed).equals(Numbers.factor(change.factor()));
  }

  private static void numbers(
      PageJson json, String name, CaseView view, ToDoubleFunction<TestResultComparison> number) {
    json.name(name)
        .numbers(view.changes().stream().mapToDouble(each -> number.applyAsDouble(each.result())));
  }

  /** The site's graphs around a comparison: of the whole history, if that is known. */
  private String graph(CaseView view) {
    List<Merge> merges = merges();
    return merges.isEmpty()
        ? SiteUrl.range(view.start(), view.end(), view.metric())
        : SiteUrl.range(merges.get(0).sha(), merges.get(merges.size() - 1).sha(), view.metric());
  }

  /** The place of a commit in the histories; -1 if these are by another metric or lack it. */
  private int merge(CaseView view, String commit) {
    List<Merge> merges = merges();
    for (int i = 0; view.metric().equals(seriesMetric) && i < merges.size(); i++) {
      if (merges.get(i).sha().text().equals(commit)) {
        return i;
      }
    }
    return -1;
  }

  private List<Merge> merges() {
    List<Merge> all = series.map(MeasuredSeries::merges).orElse(List.of());
    return all.subList(first(all.size()), all.size());
  }

  private static int first(int merges) {
    return Math.max(0, merges - MOST_MERGES);
  }

  private void writeHistories(PageJson json, MeasuredSeries values, CaseIndex cases) {
    json.name("historyMetric").text(seriesMetric.name());
    json.name("merges").texts(merges().stream().map(Markup.NONE::merge).toList());
    json.name("histories").beginArray();
    for (TestCase testCase : cases.testCases()) {
      json.text(history(values.values(testCase)));
    }
    json.endArray();
  }

  /** The thresholds of all test cases at each merge that has histories of them, by its table. */
  private void writeThresholds(PageJson json, CaseIndex cases) {
    json.name("thresholds").beginObject();
    for (CaseView view : views) {
      if (view.kind() == ViewKind.MERGE && merge(view, view.end().text()) >= 0) {
        StringBuilder text = new StringBuilder();
        for (TestCase testCase : cases.testCases()) {
          text.append(ThresholdText.of(thresholds.of(view.end(), testCase)));
        }
        json.name(view.id()).text(text.toString());
      }
    }
    json.endObject();
  }

  /**
   * The values of a history, separated by commas, those that are missing empty: integers as their
   * difference from the first one, other values in full after an equals sign.
   */
  private static String history(double[] values) {
    StringBuilder text = new StringBuilder();
    double base = Double.NaN;
    boolean whole = true;
    for (double value : values) {
      whole &= Double.isNaN(value) || PageJson.isWhole(value);
    }
    for (int i = first(values.length); i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        text.append(PageJson.digits(Double.isNaN(base) || !whole ? values[i] : values[i] - base));
        base = Double.isNaN(base) ? values[i] : base;
      }
      text.append(',');
    }
    if (Double.isNaN(base)) {
      return "";
    }
    return (whole ? "" : "=") + text.substring(0, text.length() - 1);
  }
}
