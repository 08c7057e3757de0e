package dev.perftriage.report.chart;

import com.pngencoder.PngEncoder;
import dev.perftriage.report.Figure;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** A chart that can be drawn as SVG and as PNG. */
public final class Chart {

  private static final int SHARPNESS = 2;

  /** Large areas of one colour: to compress them more takes twice the time for a tenth less. */
  private static final int COMPRESSION = 2;

  private static final int MARGIN = 12;
  private static final int LINE_GAP = 5;

  private final JFreeChart chart;
  private final int width;
  private final int height;
  private final Figure figure;

  /**
   * A chart of a plot.
   *
   * @param plotHeight how high the plot is with its axes and labels, in pixels
   */
  Chart(ChartWords words, XYPlot plot, double plotHeight) {
    ChartStyle style = ChartStyle.STANDARD;
    this.width = style.width();
    Font titleFont = ChartFonts.bold(style.titleSize());
    Font captionFont = ChartFonts.regular(style.labelSize());
    TextLines title = TextLines.of(words.title(), titleFont, width - 2.5 * MARGIN);
    TextLines caption = TextLines.of(words.caption(), captionFont, width - 2.5 * MARGIN);
    this.chart = new JFreeChart(null, titleFont, plot, false);
    theme().apply(chart);
    // The theme paints plots its own way.
    plot.setBackgroundPaint(style.background());
    plot.setInsets(new RectangleInsets(0, 0, 0, 0));
    plot.setDomainGridlinePaint(style.grid());
    plot.setRangeGridlinePaint(style.grid());
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    chart.setBackgroundPaint(style.background());
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, MARGIN));
    chart.addSubtitle(lines(title, titleFont, RectangleEdge.TOP));
    chart.addSubtitle(lines(caption, captionFont, RectangleEdge.BOTTOM));
    this.height =
        (int) Math.ceil(plotHeight + title.height() + caption.height() + 2 * MARGIN + 2 * LINE_GAP);
    this.figure =
        new Figure(
            words.name(),
            words.title(),
            words.caption(),
            words.description(),
            SvgDrawing.of(
                words.name(), words.description(), width, height, graphics -> draw(graphics, 1)));
  }

  /** How wide a plot is with its labels, in pixels. */
  static double innerWidth() {
    return ChartStyle.STANDARD.width() - 2.0 * MARGIN;
  }

  /** The chart as SVG, with its words. */
  public Figure figure() {
    return figure;
  }

  /** What the chart is called in file names. */
  public String name() {
    return figure.name();
  }

  /** The chart as PNG, at twice its natural size for sharp text. */
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(width * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    draw(graphics, SHARPNESS);
    graphics.dispose();
    return new PngEncoder()
        .withBufferedImage(image)
        .withCompressionLevel(COMPRESSION)
        .withMultiThreadedCompressionEnabled(false)
        .toBytes();
  }

  private void draw(Graphics2D graphics, int scale) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    if (scale != 1) {
      graphics.scale(scale, scale);
    }
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    graphics.setColor(ChartStyle.STANDARD.border());
    graphics.setStroke(new BasicStroke(1f));
    graphics.draw(new Rectangle2D.Double(0.5, 0.5, width - 1.0, height - 1.0));
  }

  private static TextTitle lines(TextLines lines, Font font, RectangleEdge edge) {
    ChartStyle style = ChartStyle.STANDARD;
    boolean top = edge.equals(RectangleEdge.TOP);
    return new TextTitle(
        lines.text(),
        font,
        top ? style.ink() : style.muted(),
        edge,
        HorizontalAlignment.LEFT,
        VerticalAlignment.TOP,
        new RectangleInsets(top ? 0 : LINE_GAP, 0, top ? LINE_GAP : 0, 0));
  }

  /** A theme of the program's own fonts: the usual theme asks the machine for its own. */
  private static StandardChartTheme theme() {
    ChartStyle style = ChartStyle.STANDARD;
    StandardChartTheme theme = new StandardChartTheme("perf-triage");
    theme.setExtraLargeFont(ChartFonts.bold(style.titleSize()));
    theme.setLargeFont(ChartFonts.regular(style.labelSize()));
    theme.setRegularFont(ChartFonts.regular(style.labelSize()));
    theme.setSmallFont(ChartFonts.regular(style.labelSize()));
    theme.setAxisLabelPaint(style.muted());
    theme.setTickLabelPaint(style.muted());
    theme.setChartBackgroundPaint(style.background());
    theme.setPlotBackgroundPaint(style.background());
    return theme;
  }
}
