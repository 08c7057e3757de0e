package dev.perftriage.report.chart;

import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing, read back from its SVG. */
final class Drawn {

  private static final Pattern MATRIX = Pattern.compile("matrix\\(([^)]*)\\)");

  private static final List<String> SHAPES = List.of("rect", "line", "ellipse", "path");

  private final Element root;

  Drawn(String svg) throws Exception {
    this(svg, Map.of());
  }

  /**
   * A drawing in a page.
   *
   * @param theme the values of the page's variables; a variable without one has its usual value
   */
  Drawn(String svg, Map<String, String> theme) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    String themed = svg;
    for (Map.Entry<String, String> variable : theme.entrySet()) {
      themed = themed.replaceAll("var\\(" + variable.getKey() + "\\)", variable.getValue());
    }
    String plain = SvgDrawing.withoutVariables(themed);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(plain)));
    this.root = document.getDocumentElement();
  }

  /** What it shows in words. */
  String description() {
    return root.getAttribute("aria-label");
  }

  double width() {
    return number(root, "width");
  }

  double height() {
    return number(root, "height");
  }

  /** Every text that is drawn. */
  List<Label> labels() {
    return elements("text").stream().map(Drawn::label).toList();
  }

  private static Label label(Element text) {
    int size = Integer.parseInt(text.getAttribute("font-size").replace("px", ""));
    boolean bold = text.getAttribute("font-weight").equals("bold");
    Font font = bold ? ChartFonts.bold(size) : ChartFonts.regular(size);
    String words = text.getTextContent();
    double x = number(text, "x");
    double y = number(text, "y");
    Rectangle2D box =
        new Rectangle2D.Double(x, y - 0.75 * size, ChartFonts.width(words, font), 0.95 * size);
    return new Label(
        words,
        transform(text).createTransformedShape(box).getBounds2D(),
        size,
        text.getAttribute("fill"));
  }

  /** Every mark with a tooltip. */
  List<Mark> marks() {
    return elements("g").stream()
        .filter(group -> group.getAttribute("class").equals("mark"))
        .map(group -> new Mark(group.getElementsByTagName("title").item(0).getTextContent(), group))
        .toList();
  }

  /** The mark whose tooltip begins so. */
  Mark mark(String start) {
    return marks().stream()
        .filter(mark -> mark.tooltip().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static AffineTransform transform(Element text) {
    AffineTransform transform = new AffineTransform();
    for (Node node = text; node instanceof Element element; node = node.getParentNode()) {
      Matcher matrix = MATRIX.matcher(element.getAttribute("transform"));
      if (matrix.find()) {
        String[] parts = matrix.group(1).split(",", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
          numbers[i] = Double.parseDouble(parts[i]);
        }
        transform.preConcatenate(new AffineTransform(numbers));
      }
    }
    return transform;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** Every shape, whatever its colour. */
  List<Element> shapes() {
    return shapes(root);
  }

  /** Every shape within an element, in the order of drawing. */
  static List<Element> shapes(Element group) {
    return elements(group, "*").stream()
        .filter(element -> SHAPES.contains(element.getTagName()))
        .toList();
  }

  /** Every shape and text, in the order of drawing. */
  List<Element> drawn() {
    return elements("*").stream()
        .filter(each -> SHAPES.contains(each.getTagName()) || each.getTagName().equals("text"))
        .toList();
  }

  private List<Element> elements(String tag) {
    return elements(root, tag);
  }

  private static List<Element> elements(Element group, String tag) {
    NodeList all = group.getElementsByTagName(tag);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  /** The box around a text, or around the corners of a shape. */
  static Rectangle2D box(Element shape) {
    Rectangle2D box =
        switch (shape.getTagName()) {
          case "text" -> label(shape).box();
          case "rect" ->
              new Rectangle2D.Double(
                  number(shape, "x"),
                  number(shape, "y"),
                  number(shape, "width"),
                  number(shape, "height"));
          case "line" ->
              Shapes.rectangle(
                  number(shape, "x1"),
                  number(shape, "y1"),
                  number(shape, "x2"),
                  number(shape, "y2"));
          case "ellipse" ->
              Shapes.around(
                  number(shape, "cx"),
                  number(shape, "cy"),
                  number(shape, "rx"),
                  number(shape, "ry"));
          default -> pathBox(shape.getAttribute("d"));
        };
    return shape.getTagName().equals("text")
        ? box
        : transform(shape).createTransformedShape(box).getBounds2D();
  }

  private static Rectangle2D pathBox(String data) {
    String[] numbers = data.replaceAll("[MLQCZ]+", ",").replaceAll("^,|,$", "").split(",", -1);
    double x = Double.parseDouble(numbers[0]);
    double y = Double.parseDouble(numbers[1]);
    Rectangle2D box = new Rectangle2D.Double(x, y, 0, 0);
    for (int i = 2; i + 1 < numbers.length; i += 2) {
      box.add(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1]));
    }
    return box;
  }

  /**
   * A text and the room it takes.
   *
   * @param size of the font, in pixels
   */
  record Label(String text, Rectangle2D box, int size, String color) {}

  /** A mark with its tooltip. */
  record Mark(String tooltip, Element group) {

    /** A number of the first shape of a kind within the mark. */
    double number(String shape, String attribute) {
      return Drawn.number((Element) group.getElementsByTagName(shape).item(0), attribute);
    }

    String attribute(String shape, String attribute) {
      return ((Element) group.getElementsByTagName(shape).item(0)).getAttribute(attribute);
    }
  }
}
