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
import java.util.function.DoubleFunction;

/**
 * A chart that can be drawn as SVG and as PNG, from several threads at once; or, if it has nothing
 * to show, a sentence that says so.
 */
public final class Chart {

  private static final int SHARPNESS = 2;

  /** Higher levels take twice the time and hardly shrink large areas of one colour. */
  private static final int COMPRESSION = 3;

  /** The margin around all of a chart, in pixels. */
  static final int MARGIN = 12;

  private static final int LINE_GAP = 5;

  private final ChartWords words;
  private final DoubleFunction<Plot> plot;
  private final boolean isEmpty;

  /**
   * A chart.
   *
   * @param plot the plot for a width in pixels
   */
  Chart(ChartWords words, DoubleFunction<Plot> plot) {
    this(words, plot, false);
  }

  private Chart(ChartWords words, DoubleFunction<Plot> plot, boolean isEmpty) {
    this.words = words;
    this.plot = plot;
    this.isEmpty = isEmpty;
  }

  /** A chart that has nothing to show. */
  static Chart empty(String name, String title, String reason) {
    return new Chart(
        new ChartWords(name, title, "", reason, reason),
        width -> {
          throw new IllegalStateException(name + " has nothing to draw");
        },
        true);
  }

  /** The chart's name in file names. */
  public String name() {
    return words.name();
  }

  /** A text alternative for screen readers; the whole chart if it has nothing to show. */
  public String description() {
    return words.description();
  }

  /** Whether there is nothing to draw, only to say. */
  public boolean isEmpty() {
    return isEmpty;
  }

  /** Draws the chart as SVG for a page, once for a usual screen and once for a phone. */
  public Figure figure() {
    return new Figure(
        words.name(),
        words.title(),
        words.caption(),
        words.description(),
        isEmpty ? "" : svg(ChartStyle.WIDTH, words.name()),
        isEmpty ? "" : svg(ChartStyle.NARROW, words.name() + "-narrow"));
  }

  /** Draws the chart as an SVG file, on a white ground and without variables. */
  public String file() {
    return SvgDrawing.withoutVariables(svg(ChartStyle.WIDTH, words.name()));
  }

  private String svg(int width, String id) {
    Layout layout = new Layout(words, plot, width);
    return SvgDrawing.of(id, words.description(), width, layout.height(), layout::draw);
  }

  /** Draws the chart as PNG, at twice its natural size for sharp text. */
  public byte[] png() {
    Layout layout = new Layout(words, plot, ChartStyle.WIDTH);
    return png(ChartStyle.WIDTH, layout.height(), SHARPNESS, layout::draw);
  }

  /**
   * Draws as PNG.
   *
   * @param sharpness how many times its natural size the picture has
   */
  static byte[] png(int width, int height, int sharpness, Consumer<Graphics2D> drawing) {
    BufferedImage image =
        new BufferedImage(width * sharpness, height * sharpness, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    if (sharpness != 1) {
      graphics.scale(sharpness, sharpness);
    }
    drawing.accept(graphics);
    graphics.dispose();
    return new PngEncoder()
        .withBufferedImage(image)
        .withCompressionLevel(COMPRESSION)
        .withMultiThreadedCompressionEnabled(false)
        .toBytes();
  }

  /** Prepares for drawing, and fills the background. */
  static Canvas background(Graphics2D graphics, double width, double height) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    Rectangle2D all = new Rectangle2D.Double(0, 0, width, height);
    Canvas whole = new Canvas(graphics, all, x -> x, y -> y);
    whole.fill(all, ChartStyle.BACKGROUND);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return whole;
  }

  /** The texts and the plot of a chart at one width, one below another. */
  private static final class Layout {

    private final int width;
    private final Plot plot;
    private final List<String> title;
    private final List<String> question;
    private final List<String> caption;
    private final double above;
    private final int height;

    Layout(ChartWords words, DoubleFunction<Plot> plotOf, int width) {
      this.width = width;
      this.plot = plotOf.apply(width - 2.0 * MARGIN);
      double widest = width - 2.5 * MARGIN;
      this.title = ChartFonts.lines(words.title(), ChartFonts.TITLE, widest);
      this.question = ChartFonts.lines(words.question(), ChartFonts.QUESTION, widest);
      this.caption = ChartFonts.lines(words.caption(), ChartFonts.LABEL, widest);
      this.above =
          MARGIN
              + title.size() * ChartFonts.lineHeight(ChartFonts.TITLE)
              + question.size() * ChartFonts.lineHeight(ChartFonts.QUESTION)
              + LINE_GAP;
      this.height =
          (int)
              Math.ceil(
                  above
                      + plot.height()
                      + LINE_GAP
                      + caption.size() * ChartFonts.lineHeight(ChartFonts.LABEL)
                      + MARGIN);
    }

    int height() {
      return height;
    }

    void draw(Graphics2D graphics) {
      Canvas whole = background(graphics, width, height);
      plot.draw(graphics, Shapes.rectangle(MARGIN, above, width - MARGIN, above + plot.height()));
      double next = draw(whole, title, MARGIN, ChartFonts.TITLE, ChartStyle.INK);
      draw(whole, question, next, ChartFonts.QUESTION, ChartStyle.MUTED);
      double below = above + plot.height() + LINE_GAP;
      draw(whole, caption, below, ChartFonts.LABEL, ChartStyle.MUTED);
      // Four boxes one pixel wide: an outline would antialias the whole chart.
      whole.box(0, 0, width, 1, ChartStyle.BORDER);
      whole.box(0, height - 1, width, height, ChartStyle.BORDER);
      whole.box(0, 1, 1, height - 1, ChartStyle.BORDER);
      whole.box(width - 1, 1, width, height - 1, ChartStyle.BORDER);
    }

    /** Draws a paragraph; returns where it ends. */
    private static double draw(
        Canvas whole, List<String> lines, double top, Font font, Color color) {
      double next = top;
      for (String line : lines) {
        double height = ChartFonts.lineHeight(font);
        whole.text(line, MARGIN, next + height / 2, Align.FROM, font, color);
        next += height;
      }
      return next;
    }
  }
}
