package dev.perftriage.log.history;

import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.history.HistorySeries.WeekMean;
import dev.perftriage.report.SummaryRow.Kind;
import dev.perftriage.report.chart.ChartFonts;
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
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/** The weeks as charts, each an SVG. */
public final class HistoryCharts {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 420;
  private static final double CAPTION_MARGIN = 40;
  private static final float LINE_WIDTH = 1.5f;
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final Color REGRESSIONS = new Color(0xd55e00);
  private static final Color IMPROVEMENTS = new Color(0x0072b2);
  private static final String INDEX_CAPTION =
      "Each week's mean of \"All (primary)\", compounded. It shows which way the weeks went, not how"
          + " fast the compiler became: a week's mean covers only the test cases with a relevant"
          + " change in that week, each week others, and leaves out all that did not change or"
          + " changed too little. Printed means are rounded to 0.1%.";

  private HistoryCharts() {}

  /** The charts by the name of their file, such as {@code history-means.svg}. */
  public static Map<String, String> render(List<HistoryWeek> weeks) {
    Map<String, String> charts = new LinkedHashMap<>();
    charts.put("history-means.svg", svg("means", means(weeks)));
    charts.put("history-counts.svg", svg("counts", counts(weeks)));
    charts.put("history-noise.svg", svg("noise", noise(weeks)));
    charts.put("history-index.svg", svg("index", index(weeks)));
    return charts;
  }

  private static JFreeChart means(List<HistoryWeek> weeks) {
    List<WeekMean> regressions = HistorySeries.means(weeks, Kind.PRIMARY_REGRESSIONS);
    List<WeekMean> improvements = HistorySeries.means(weeks, Kind.PRIMARY_IMPROVEMENTS);
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(meanSeries("Regressions", regressions));
    data.addSeries(meanSeries("Improvements", improvements));
    JFreeChart chart =
        chart(
            "Weekly mean of relevant primary changes, with its range",
            changeAxis(),
            data,
            lines(),
            "The line is the mean, the band reaches from the smallest to the largest change where"
                + " the log prints both. Beyond ±10% the axis is logarithmic.");
    addBands(chart.getXYPlot(), regressions, REGRESSIONS);
    addBands(chart.getXYPlot(), improvements, IMPROVEMENTS);
    return chart;
  }

  private static XYSeries meanSeries(String name, List<WeekMean> means) {
    XYSeries series = new XYSeries(name);
    means.forEach(mean -> series.add(time(mean.date()), mean.mean()));
    return series;
  }

  /** The ranges of some means, behind the lines that are there. */
  private static void addBands(XYPlot plot, List<WeekMean> means, Color color) {
    YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(0.2f);
    renderer.setDefaultSeriesVisibleInLegend(false);
    for (List<WeekMean> part : HistorySeries.ranges(means)) {
      renderer.setSeriesFillPaint(bands.getSeriesCount(), color);
      bands.addSeries(band(part));
    }
    int index = plot.getDatasetCount();
    plot.setDataset(index, bands);
    plot.setRenderer(index, renderer);
  }

  private static YIntervalSeries band(List<WeekMean> means) {
    YIntervalSeries series = new YIntervalSeries(means.get(0).date());
    for (WeekMean mean : means) {
      SummaryFigures.Range range = mean.range().orElseThrow();
      series.add(
          time(mean.date()),
          mean.mean(),
          range.smallest().doubleValue(),
          range.largest().doubleValue());
    }
    return series;
  }

  private static JFreeChart counts(List<HistoryWeek> weeks) {
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(series("Regressions", HistorySeries.counts(weeks, Kind.PRIMARY_REGRESSIONS)));
    data.addSeries(series("Improvements", HistorySeries.counts(weeks, Kind.PRIMARY_IMPROVEMENTS)));
    return chart("Relevant primary changes a week", axis("test cases"), data, lines(), "");
  }

  private static JFreeChart noise(List<HistoryWeek> weeks) {
    JFreeChart chart =
        chart(
            "Entries that a note calls noise",
            axis("% of the week's entries"),
            new XYSeriesCollection(series("Noise", HistorySeries.noise(weeks))),
            lines(),
            "Found by the words noise, spurious and bimodal in what the triager wrote.");
    chart.removeLegend();
    return chart;
  }

  private static JFreeChart index(List<HistoryWeek> weeks) {
    JFreeChart chart =
        chart(
            "Weekly means of all primary changes, compounded from 100",
            axis("index"),
            new XYSeriesCollection(series("Index", HistorySeries.index(weeks))),
            lines(),
            INDEX_CAPTION);
    chart.removeLegend();
    return chart;
  }

  private static XYSeries series(String name, List<HistorySeries.WeekValue> values) {
    XYSeries series = new XYSeries(name);
    values.forEach(value -> series.add(time(value.date()), value.value()));
    return series;
  }

  private static XYLineAndShapeRenderer lines() {
    return new XYLineAndShapeRenderer(true, false);
  }

  private static double time(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static JFreeChart chart(
      String title, NumberAxis values, XYDataset data, XYItemRenderer renderer, String caption) {
    DateAxis dates = new DateAxis(null, UTC, Locale.ROOT);
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM", Locale.ROOT);
    format.setTimeZone(UTC);
    dates.setDateFormatOverride(format);
    JFreeChart chart = new JFreeChart(title, new XYPlot(data, dates, values, renderer));
    if (!caption.isEmpty()) {
      TextTitle subtitle = new TextTitle(caption);
      subtitle.setPadding(0, CAPTION_MARGIN, CAPTION_MARGIN / 4, CAPTION_MARGIN);
      chart.addSubtitle(subtitle);
    }
    theme().apply(chart);
    // The theme has paints of its own.
    renderer.setSeriesPaint(0, REGRESSIONS);
    renderer.setSeriesPaint(1, IMPROVEMENTS);
    renderer.setSeriesStroke(0, new BasicStroke(LINE_WIDTH));
    renderer.setSeriesStroke(1, new BasicStroke(LINE_WIDTH));
    return chart;
  }

  private static NumberAxis axis(String unit) {
    NumberAxis axis = new NumberAxis(unit);
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }

  /** Single test cases change by 100 %, means by less than 1 %: both are to be seen. */
  private static NumberAxis changeAxis() {
    LogarithmicAxis axis = new LogarithmicAxis("change, %");
    axis.setAllowNegativesFlag(true);
    axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
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

  private static String svg(String name, JFreeChart chart) {
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
    // Ids of its own would be made of the clock.
    graphics.setDefsKeyPrefix("history-" + name);
    chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
    return graphics.getSVGDocument();
  }
}
