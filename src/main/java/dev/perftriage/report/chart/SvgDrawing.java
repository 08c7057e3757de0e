package dev.perftriage.report.chart;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A drawing as SVG, for a file or a page: the same bytes on every run, and nothing that a strict
 * content security policy would block.
 */
public final class SvgDrawing {

  /** A colour in an attribute; texts have no such quotation marks. */
  private static final Pattern VARIABLE = Pattern.compile("(?<==')var\\(--([a-z]+)\\)(?=')");

  private SvgDrawing() {}

  /**
   * Draws.
   *
   * @param name begins the ids in it, which must be unique in a page with several drawings
   * @param description a text alternative for screen readers
   * @param width in pixels
   * @param height in pixels
   */
  public static String of(
      String name, String description, int width, int height, Consumer<Graphics2D> drawing) {
    SvgDocument document = new SvgDocument(name);
    drawing.accept(new SvgGraphics(document, width, height));
    return document.text(description, width, height);
  }

  /** A drawing for a file: with the colours of the light theme instead of a page's variables. */
  static String withoutVariables(String svg) {
    return VARIABLE.matcher(svg).replaceAll(variable -> ChartStyle.light(variable.group(1)));
  }
}
