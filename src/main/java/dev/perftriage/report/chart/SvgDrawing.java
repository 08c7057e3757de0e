package dev.perftriage.report.chart;

import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUtils;

/**
 * A drawing as SVG, for a file or a page: the same bytes on every run, numbers with at most two
 * decimals, and presentation attributes instead of JFreeSVG's style attributes, which a strict
 * content security policy would block.
 */
final class SvgDrawing {

  private static final String FONT_FAMILY = "DejaVu Sans, Verdana, sans-serif";

  /** As the writer has it: no quote within, since those of texts are written as entities. */
  private static final String STYLE = " style='";

  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),\\s*(\\d+),\\s*(\\d+)\\)");

  /** Values that need no attribute, because they are the default or set on the root. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "fill-opacity", "1.0",
          "stroke-opacity", "1.0",
          "stroke-width", "1.0",
          "font-family", FONT_FAMILY,
          "shape-rendering", "geometricPrecision");

  private SvgDrawing() {}

  static String of(ChartWords words, int width, int height, Consumer<Graphics2D> drawing) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(words.name() + "-");
    graphics.setGeomDoubleConverter(SvgDrawing::number);
    graphics.setTransformDoubleConverter(SvgDrawing::number);
    graphics.setFontFunction(family -> FONT_FAMILY);
    drawing.accept(graphics);
    String svg = graphics.getSVGElement();
    String content = svg.substring(svg.indexOf('>') + 1);
    StringBuilder drawn = new StringBuilder(root(words.description(), width, height));
    // A drawing has few styles, each many times.
    Map<String, String> known = new HashMap<>();
    int from = 0;
    for (int at = content.indexOf(STYLE); at >= 0; at = content.indexOf(STYLE, from)) {
      int begin = at + STYLE.length();
      int end = content.indexOf('\'', begin);
      drawn.append(content, from, at);
      drawn.append(known.computeIfAbsent(content.substring(begin, end), SvgDrawing::attributes));
      from = end + 1;
    }
    return drawn.append(content, from, content.length()).append('\n').toString();
  }

  /** Escapes ampersands, because JFreeSVG leaves text alone that looks escaped, as a name may. */
  static String plain(String text) {
    return text.replace("&", "&amp;");
  }

  private static String root(String description, int width, int height) {
    String label = SVGUtils.escapeForXML(plain(description));
    return ("<svg xmlns='http://www.w3.org/2000/svg' width='%1$s' height='%2$s'"
            + " viewBox='0 0 %1$s %2$s' role='img' aria-label='%3$s' font-family='%4$s'>")
        .formatted(width, height, label, FONT_FAMILY);
  }

  private static String attributes(String style) {
    StringBuilder attributes = new StringBuilder();
    for (String declaration : style.split(";", -1)) {
      int colon = declaration.indexOf(':');
      String property = declaration.substring(0, Math.max(0, colon)).strip();
      String value =
          RGB.matcher(declaration.substring(colon + 1).strip()).replaceAll(SvgDrawing::hexadecimal);
      if (colon >= 0 && !value.equals(DEFAULTS.get(property))) {
        attributes.append(' ').append(property).append("='").append(value).append('\'');
      }
    }
    return attributes.toString();
  }

  private static String hexadecimal(MatchResult color) {
    int rgb = 0;
    for (int part = 1; part <= color.groupCount(); part++) {
      rgb = rgb * 256 + Integer.parseInt(color.group(part));
    }
    return "#" + Integer.toHexString(0x1000000 + rgb).substring(1);
  }

  /** A position or length in pixels, with at most two decimals. */
  private static String number(double value) {
    long hundredths = (long) Math.rint(value * 100);
    long rest = Math.abs(hundredths % 100);
    StringBuilder number = new StringBuilder(hundredths < 0 ? "-" : "");
    number.append(Math.abs(hundredths / 100));
    if (rest > 0) {
      number.append('.').append(rest / 10);
    }
    if (rest % 10 > 0) {
      number.append(rest % 10);
    }
    return number.toString();
  }
}
