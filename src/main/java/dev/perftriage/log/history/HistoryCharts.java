package dev.perftriage.log.history;

import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.history.HistorySeries.WeekValue;
import dev.perftriage.report.SummaryRow.RowKind;
import dev.perftriage.report.chart.ChartFonts;
import dev.perftriage.report.chart.ChartStyle;
import dev.perftriage.report.chart.SvgDrawing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The weeks as charts, each an SVG. */
public final class HistoryCharts {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 420;
  private static final double CAPTION_MARGIN = 40;

  /** What a damaged log says beyond it is drawn here: an axis cannot reach any number. */
  private static final double FURTHEST = 1e5;

  private static final BasicStroke LINE = new BasicStroke(1.5f);
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final String MEANS_CAPTION =
      "The line is the mean, the band reaches from the smallest to the largest change where the log"
          + " prints both. Beyond ±10% the axis is logarithmic.";
  private static final String NOISE_CAPTION =
      "Found by the words noise, spurious and bimodal in what the triager wrote.";
  private static final String INDEX_CAPTION =
      "Each week's mean of \"All (primary)\", compounded. It shows which way the weeks went, not"
          + " how fast the compiler became: a week's mean covers only the test cases with a"
          + " relevant change in that week, each week others, and leaves out all that did not"
          + " change or changed too little. Printed means are rounded to 0.1%.";

  private HistoryCharts() {}

  /** The SVG charts by file name, such as {@code history-means.svg}. */
  public static Map<String, String> render(List<HistoryWeek> weeks) {
    Map<String, String> charts = new LinkedHashMap<>();
    put(charts, "means", means(weeks));
    put(
        charts,
        "counts",
        chart(
            "Relevant primary changes a week",
            axis("test cases"),
            "",
            series("Regressions", HistorySeries.counts(weeks, RowKind.PRIMARY_REGRESSIONS)),
            series("Improvements", HistorySeries.counts(weeks, RowKind.PRIMARY_IMPROVEMENTS))));
    put(
        charts,
        "noise",
        chart(
            "Entries that a note calls noise",
            axis("% of the week's entries"),
            NOISE_CAPTION,
            series("Noise", HistorySeries.noise(weeks))));
    put(
        charts,
        "index",
        chart(
            "Weekly means of all primary changes, compounded from 100",
            axis("index"),
            INDEX_CAPTION,
            series("Index", HistorySeries.index(weeks))));
    return charts;
  }

  private static JFreeChart means(List<HistoryWeek> weeks) {
    List<WeekValue> regressions = HistorySeries.means(weeks, RowKind.PRIMARY_REGRESSIONS);
    List<WeekValue> improvements = HistorySeries.means(weeks, RowKind.PRIMARY_IMPROVEMENTS);
    // Single test cases change by 100%, means by less than 1%: a linear axis would hide the means.
    LogarithmicAxis axis = new LogarithmicAxis("change, %");
    axis.setAllowNegativesFlag(true);
    axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
    JFreeChart chart =
        chart(
            "Weekly mean of relevant primary changes, with its range",
            axis,
            MEANS_CAPTION,
            series("Regressions", regressions),
            series("Improvements", improvements));
    addBands(chart.getXYPlot(), regressions, ChartStyle.REGRESSION);
    addBands(chart.getXYPlot(), improvements, ChartStyle.IMPROVEMENT);
    return chart;
  }

  /** Adds the ranges of some means as bands behind the lines. */
  private static void addBands(XYPlot plot, List<WeekValue> means, Color color) {
    YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(0.2f);
    renderer.setDefaultSeriesVisibleInLegend(false);
    for (List<WeekValue> part : HistorySeries.ranges(means)) {
      renderer.setSeriesFillPaint(bands.getSeriesCount(), color);
      YIntervalSeries band = new YIntervalSeries(part.get(0).date());
      for (WeekValue mean : part) {
        SummaryFigures.Range range = mean.range().orElseThrow();
        double smallest = range.smallest().doubleValue();
        double largest = range.largest().doubleValue();
        band.add(time(mean.date()), bounded(mean.value()), bounded(smallest), bounded(largest));
      }
      bands.addSeries(band);
    }
    int index = plot.getDatasetCount();
    plot.setDataset(index, bands);
    plot.setRenderer(index, renderer);
  }

  private static XYSeries series(String name, List<WeekValue> values) {
    XYSeries series = new XYSeries(name);
    values.forEach(value -> series.add(time(value.date()), bounded(value.value())));
    return series;
  }

  private static double bounded(double value) {
    return Math.max(-FURTHEST, Math.min(FURTHEST, value));
  }

  private static double time(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** A line chart, with a legend if there are several lines. */
  private static JFreeChart chart(
      String title, NumberAxis values, String caption, XYSeries... lines) {
    DateAxis dates = new DateAxis(null, UTC, Locale.ROOT);
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM", Locale.ROOT);
    format.setTimeZone(UTC);
    dates.setDateFormatOverride(format);
    XYSeriesCollection data = new XYSeriesCollection();
    List.of(lines).forEach(data::addSeries);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    JFreeChart chart = new JFreeChart(title, new XYPlot(data, dates, values, renderer));
    if (!caption.isEmpty()) {
      TextTitle subtitle = new TextTitle(caption);
      subtitle.setPadding(0, CAPTION_MARGIN, CAPTION_MARGIN / 4, CAPTION_MARGIN);
      chart.addSubtitle(subtitle);
    }
    theme().apply(chart);
    // After the theme, which sets paints, too.
    renderer.setSeriesPaint(0, ChartStyle.REGRESSION);
    renderer.setSeriesPaint(1, ChartStyle.IMPROVEMENT);
    renderer.setSeriesStroke(0, LINE);
    renderer.setSeriesStroke(1, LINE);
    if (lines.length == 1) {
      chart.removeLegend();
    }
    return chart;
  }

  private static NumberAxis axis(String unit) {
    NumberAxis axis = new NumberAxis(unit);
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }

  private static StandardChartTheme theme() {
    StandardChartTheme theme = new StandardChartTheme("history");
    theme.setExtraLargeFont(ChartFonts.bold(16));
    theme.setLargeFont(ChartFonts.regular(13));
    theme.setRegularFont(ChartFonts.regular(12));
    theme.setSmallFont(ChartFonts.regular(10));
    theme.setPlotBackgroundPaint(Color.WHITE);
    theme.setDomainGridlinePaint(Color.LIGHT_GRAY);
    theme.setRangeGridlinePaint(Color.LIGHT_GRAY);
    return theme;
  }

  private static void put(Map<String, String> charts, String name, JFreeChart chart) {
    String svg =
        SvgDrawing.of(
            "history-" + name,
            chart.getTitle().getText(),
            WIDTH,
            HEIGHT,
            graphics -> chart.draw(graphics, new Rectangle(WIDTH, HEIGHT)));
    charts.put("history-" + name + ".svg", svg);
  }
}
