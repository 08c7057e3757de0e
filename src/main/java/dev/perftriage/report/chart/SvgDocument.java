package dev.perftriage.report.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An SVG document under construction: the same bytes for the same calls. Positions and lengths are
 * in pixels and have at most two decimals.
 */
final class SvgDocument {

  /** The commands of path data and the number of their coordinates, by type of segment. */
  private static final String COMMANDS = "MLQCZ";

  private static final List<Integer> COORDINATES = List.of(2, 2, 4, 6, 0);

  private static final String FONT_FAMILY = "DejaVu Sans, Verdana, sans-serif";

  private final String name;
  private final StringBuilder body = new StringBuilder();

  /** The ids of clips, by their paths. */
  private final Map<String, String> clips = new LinkedHashMap<>();

  /**
   * An empty document.
   *
   * @param name begins its ids, which must be unique in a page with several drawings
   */
  SvgDocument(String name) {
    this.name = name;
  }

  /** Begins an element; attributes follow. */
  SvgDocument begin(String element) {
    body.append('<').append(element);
    return this;
  }

  SvgDocument attribute(String attribute, String value) {
    body.append(' ').append(attribute).append("='");
    escape(value);
    body.append('\'');
    return this;
  }

  SvgDocument attribute(String attribute, double pixels) {
    return attribute(attribute, number(pixels));
  }

  /** Ends the attributes of an element with content. */
  void open() {
    body.append('>');
  }

  /** Ends an element without content. */
  void end() {
    body.append("/>");
  }

  /** Ends an element with content. */
  void end(String element) {
    body.append("</").append(element).append('>');
  }

  void text(String text) {
    escape(text);
  }

  /** The id of a clip. */
  String clip(Shape shape) {
    return clips.computeIfAbsent(path(shape), added -> name + "-clip-" + clips.size());
  }

  /**
   * The whole document.
   *
   * @param description a text alternative for screen readers
   */
  String text(String description, int width, int height) {
    SvgDocument whole = new SvgDocument(name);
    whole
        .begin("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", width)
        .attribute("height", height)
        .attribute("viewBox", "0 0 " + width + " " + height)
        .attribute("role", "img")
        .attribute("aria-label", description)
        .attribute("font-family", FONT_FAMILY)
        .open();
    if (!clips.isEmpty()) {
      whole.begin("defs").open();
      clips.forEach((path, id) -> whole.define(id, path));
      whole.end("defs");
    }
    whole.body.append(body);
    whole.end("svg");
    return whole.body.append('\n').toString();
  }

  private void define(String id, String path) {
    begin("clipPath").attribute("id", id).open();
    begin("path").attribute("d", path).end();
    end("clipPath");
  }

  /** A shape as path data. */
  static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator part = shape.getPathIterator(null); !part.isDone(); part.next()) {
      int type = part.currentSegment(points);
      path.append(COMMANDS.charAt(type)).append(numbers(points, COORDINATES.get(type)));
    }
    return path.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '&' -> body.append("&amp;");
        case '<' -> body.append("&lt;");
        case '>' -> body.append("&gt;");
        case '\'' -> body.append("&apos;");
        case '"' -> body.append("&quot;");
        default -> body.append(sign);
      }
    }
  }

  /** The first of some numbers, separated by commas. */
  static String numbers(double[] some, int count) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      numbers.append(i == 0 ? "" : ",").append(number(some[i]));
    }
    return numbers.toString();
  }

  /** A number with at most two decimals. */
  static String number(double value) {
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
