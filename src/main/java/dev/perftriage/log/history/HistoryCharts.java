package dev.perftriage.log.history;

import dev.perftriage.report.SummaryRow.RowKind;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.WeekValue;
import dev.perftriage.report.chart.WeeklyChart;
import java.util.List;

/** The weeks as charts. */
public final class HistoryCharts {

  private HistoryCharts() {}

  /** The charts of means, counts and noise; one with nothing to show says so. */
  public static List<Chart> of(List<HistoryWeek> weeks) {
    return List.of(
        WeeklyChart.ofMeans(
            values(HistorySeries.means(weeks, RowKind.PRIMARY_REGRESSIONS)),
            values(HistorySeries.means(weeks, RowKind.PRIMARY_IMPROVEMENTS))),
        WeeklyChart.ofCounts(
            values(HistorySeries.counts(weeks, RowKind.PRIMARY_REGRESSIONS)),
            values(HistorySeries.counts(weeks, RowKind.PRIMARY_IMPROVEMENTS))),
        WeeklyChart.ofNoise(values(HistorySeries.noise(weeks))));
  }

  private static List<WeekValue> values(List<HistorySeries.WeekValue> weeks) {
    return weeks.stream().map(HistoryCharts::value).toList();
  }

  private static WeekValue value(HistorySeries.WeekValue week) {
    return week.range()
        .map(
            range ->
                new WeekValue(
                    week.date(),
                    week.value(),
                    range.smallest().doubleValue(),
                    range.largest().doubleValue()))
        .orElseGet(() -> new WeekValue(week.date(), week.value()));
  }
}
