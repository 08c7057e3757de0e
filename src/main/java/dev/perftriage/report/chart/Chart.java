package dev.perftriage.report.chart;

import com.pngencoder.PngEncoder;
import dev.perftriage.report.Figure;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A chart that can be drawn as SVG and as PNG, from several threads at once. */
public final class Chart {

  private static final int SHARPNESS = 2;

  /** Large areas of one colour: to compress them more takes twice the time for little less. */
  private static final int COMPRESSION = 3;

  private static final int MARGIN = 12;
  private static final int LINE_GAP = 5;
  private static final Font TITLE_FONT = ChartFonts.bold(ChartStyle.STANDARD.titleSize());
  private static final Font CAPTION_FONT = ChartFonts.regular(ChartStyle.STANDARD.labelSize());

  private final JFreeChart chart;
  private final TextLines title;
  private final TextLines caption;
  private final int width;
  private final int height;
  private final ChartWords words;

  /**
   * A chart of a plot.
   *
   * @param plotHeight how high the plot is with its axes and labels, in pixels
   */
  Chart(ChartWords words, XYPlot plot, double plotHeight) {
    ChartStyle style = ChartStyle.STANDARD;
    this.width = style.width();
    this.title = TextLines.of(words.title(), TITLE_FONT, width - 2.5 * MARGIN);
    this.caption = TextLines.of(words.caption(), CAPTION_FONT, width - 2.5 * MARGIN);
    this.height =
        (int) Math.ceil(plotHeight + title.height() + caption.height() + 2 * MARGIN + 2 * LINE_GAP);
    this.chart = new JFreeChart(null, TITLE_FONT, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(
        new RectangleInsets(
            MARGIN + title.height() + LINE_GAP,
            MARGIN,
            MARGIN + caption.height() + LINE_GAP,
            MARGIN));
    this.words = words;
  }

  /** How wide a plot is with its labels, in pixels. */
  static double innerWidth() {
    return ChartStyle.STANDARD.width() - 2.0 * MARGIN;
  }

  /** What the chart is called in file names. */
  public String name() {
    return words.name();
  }

  /** What it shows in words, for those who cannot see it. */
  public String description() {
    return words.description();
  }

  /** Draws the chart as SVG, with its words. */
  public Figure figure() {
    return new Figure(
        words.name(),
        words.title(),
        words.caption(),
        words.description(),
        SvgDrawing.of(
            words.name(), words.description(), width, height, graphics -> draw(graphics, 1)));
  }

  /** Draws the chart as PNG, at twice its natural size for sharp text. */
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(width * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
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
    ChartStyle style = ChartStyle.STANDARD;
    Rectangle2D all = new Rectangle2D.Double(0, 0, width, height);
    // The chart's own background and the plot's would be painted twice, with smooth edges.
    graphics.setPaint(style.background());
    graphics.fill(all);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    chart.draw(graphics, all);
    // Not as titles of the chart: those break lines anew, and have no font for foreign signs.
    Canvas canvas = new Canvas(graphics, all, x -> x, y -> y);
    canvas.paragraph(title, MARGIN, MARGIN, TITLE_FONT, style.ink());
    canvas.paragraph(
        caption, MARGIN, height - MARGIN - caption.height(), CAPTION_FONT, style.muted());
    canvas.edge(all, style.border());
  }
}
