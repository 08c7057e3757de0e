package dev.perftriage.report.chart;

import com.pngencoder.PngEncoder;
import dev.perftriage.report.Figure;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A chart that can be drawn as SVG and as PNG, from several threads at once. */
public final class Chart {

  private static final int SHARPNESS = 2;

  /** Higher levels take twice the time and hardly shrink large areas of one colour. */
  private static final int COMPRESSION = 3;

  private static final int MARGIN = 12;
  private static final int LINE_GAP = 5;

  private final ChartWords words;
  private final JFreeChart chart;
  private final Consumer<Canvas> marks;
  private final List<String> title;
  private final List<String> caption;
  private final double captionHeight;
  private final int height;

  /**
   * A chart of a plot.
   *
   * @param plotHeight the height of the plot with its axes and labels, in pixels
   * @param marks draws the marks over the plot's axes and grid
   */
  Chart(ChartWords words, XYPlot plot, double plotHeight, Consumer<Canvas> marks) {
    this.words = words;
    this.marks = marks;
    double widest = ChartStyle.WIDTH - 2.5 * MARGIN;
    this.title = ChartFonts.lines(words.title(), ChartFonts.TITLE, widest);
    this.caption = ChartFonts.lines(words.caption(), ChartFonts.LABEL, widest);
    this.captionHeight = caption.size() * ChartFonts.lineHeight(ChartFonts.LABEL);
    double above = MARGIN + title.size() * ChartFonts.lineHeight(ChartFonts.TITLE) + LINE_GAP;
    double below = MARGIN + captionHeight + LINE_GAP;
    this.height = (int) Math.ceil(above + plotHeight + below);
    this.chart = new JFreeChart(null, ChartFonts.TITLE, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(above, MARGIN, below, MARGIN));
  }

  /** The width of a plot with its labels, in pixels. */
  static double innerWidth() {
    return ChartStyle.WIDTH - 2.0 * MARGIN;
  }

  /** The chart's name in file names. */
  public String name() {
    return words.name();
  }

  /** A text alternative for screen readers. */
  public String description() {
    return words.description();
  }

  /** Draws the chart as SVG, with its texts. */
  public Figure figure() {
    String svg =
        SvgDrawing.of(
            words.name(),
            words.description(),
            ChartStyle.WIDTH,
            height,
            graphics -> draw(graphics, 1));
    return new Figure(words.name(), words.title(), words.caption(), words.description(), svg);
  }

  /** Draws the chart as PNG, at twice its natural size for sharp text. */
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(
            ChartStyle.WIDTH * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
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
    Rectangle2D all = new Rectangle2D.Double(0, 0, ChartStyle.WIDTH, height);
    Canvas whole = new Canvas(graphics, all, x -> x, y -> y);
    // The chart and the plot would each paint a background, with antialiased edges.
    whole.fill(all, ChartStyle.BACKGROUND);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    ChartRenderingInfo drawn = new ChartRenderingInfo(null);
    chart.draw(graphics, all, drawn);
    marks.accept(Canvas.over(chart.getXYPlot(), drawn.getPlotInfo().getDataArea(), graphics));
    // Not as titles of the chart: those wrap lines again and lack the fallback font.
    drawLines(whole, title, MARGIN, ChartFonts.TITLE, ChartStyle.INK);
    double captionTop = height - MARGIN - captionHeight;
    drawLines(whole, caption, captionTop, ChartFonts.LABEL, ChartStyle.MUTED);
    drawBorder(whole);
  }

  private static void drawLines(
      Canvas whole, List<String> lines, double top, Font font, Color color) {
    for (int i = 0; i < lines.size(); i++) {
      double middle = top + (i + 0.5) * ChartFonts.lineHeight(font);
      whole.text(lines.get(i), MARGIN, middle, Align.FROM, font, color);
    }
  }

  /** Draws four boxes one pixel wide: an outline would antialias the whole chart. */
  private void drawBorder(Canvas whole) {
    int width = ChartStyle.WIDTH;
    whole.box(0, 0, width, 1, ChartStyle.BORDER);
    whole.box(0, height - 1, width, height, ChartStyle.BORDER);
    whole.box(0, 1, 1, height - 1, ChartStyle.BORDER);
    whole.box(width - 1, 1, width, height - 1, ChartStyle.BORDER);
  }
}
