package dev.perftriage.report.chart;

import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing, read back from its SVG. */
final class Drawn {

  private static final Pattern MATRIX = Pattern.compile("matrix\\(([^)]*)\\)");

  private final Element root;

  Drawn(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
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
    List<Label> labels = new ArrayList<>();
    NodeList texts = root.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      int size = Integer.parseInt(text.getAttribute("font-size").replace("px", ""));
      boolean bold = text.getAttribute("font-weight").equals("bold");
      Font font = bold ? ChartFonts.bold(size) : ChartFonts.regular(size);
      String words = text.getTextContent();
      double x = number(text, "x");
      double y = number(text, "y");
      Rectangle2D box =
          new Rectangle2D.Double(x, y - 0.75 * size, ChartFonts.width(words, font), 0.95 * size);
      labels.add(new Label(words, transform(text).createTransformedShape(box).getBounds2D()));
    }
    return labels;
  }

  /** Every mark with a tooltip. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    NodeList groups = root.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      if (group.getAttribute("class").equals("mark")) {
        marks.add(new Mark(group.getElementsByTagName("title").item(0).getTextContent(), group));
      }
    }
    return marks;
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

  /** A text and the room it takes. */
  record Label(String text, Rectangle2D box) {}

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
