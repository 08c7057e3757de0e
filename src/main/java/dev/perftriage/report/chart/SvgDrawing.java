package dev.perftriage.report.chart;

import java.awt.Graphics2D;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jfree.svg.SVGGraphics2D;

/**
 * A drawing as SVG that stands alone or within a page: the same bytes on every run, numbers with
 * two decimals, and presentation attributes in place of the writer's style attributes, which a
 * strict content security policy would ignore.
 */
final class SvgDrawing {

  private static final String FONT_FAMILY = "DejaVu Sans, Verdana, sans-serif";
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),\\s*(\\d+),\\s*(\\d+)\\)");

  /** What an SVG element has where nothing is said. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "fill-opacity", "1.0",
          "stroke-opacity", "1.0",
          "stroke-width", "1.0",
          "font-family", FONT_FAMILY,
          "shape-rendering", "geometricPrecision");

  private SvgDrawing() {}

  static String of(
      String name, String description, int width, int height, Consumer<Graphics2D> drawing) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(name + "-");
    graphics.setGeomDoubleConverter(SvgDrawing::number);
    graphics.setTransformDoubleConverter(SvgDrawing::number);
    graphics.setFontFunction(family -> FONT_FAMILY);
    drawing.accept(graphics);
    try {
      return rewritten(graphics.getSVGElement(), description, width, height);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the drawing " + name + " is no XML", e);
    }
  }

  private static String rewritten(String svg, String description, int width, int height)
      throws XMLStreamException {
    XMLInputFactory inputs = XMLInputFactory.newDefaultFactory();
    inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    inputs.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader in = inputs.createXMLStreamReader(new StringReader(svg));
    StringWriter text = new StringWriter();
    XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    Deque<Boolean> kept = new ArrayDeque<>();
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          boolean bare = in.getLocalName().equals("g") && in.getAttributeCount() == 0;
          kept.push(!bare);
          if (kept.size() == 1) {
            writeRoot(out, description, width, height);
          } else if (!bare) {
            out.writeStartElement(in.getLocalName());
            writeAttributes(in, out);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (kept.pop()) {
            out.writeEndElement();
          }
        }
        case XMLStreamConstants.CHARACTERS -> out.writeCharacters(in.getText());
        default -> {}
      }
    }
    out.flush();
    return text + "\n";
  }

  private static void writeRoot(XMLStreamWriter out, String description, int width, int height)
      throws XMLStreamException {
    out.writeStartElement("svg");
    out.writeDefaultNamespace(NAMESPACE);
    out.writeAttribute("width", Integer.toString(width));
    out.writeAttribute("height", Integer.toString(height));
    out.writeAttribute("viewBox", "0 0 " + width + " " + height);
    out.writeAttribute("role", "img");
    out.writeAttribute("aria-label", description);
    out.writeAttribute("font-family", FONT_FAMILY);
  }

  private static void writeAttributes(XMLStreamReader in, XMLStreamWriter out)
      throws XMLStreamException {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String attribute = in.getAttributeLocalName(i);
      String value = in.getAttributeValue(i);
      if (!attribute.equals("style")) {
        attributes.put(attribute, value);
        continue;
      }
      for (String declaration : value.split(";", -1)) {
        String[] parts = declaration.split(":", 2);
        if (parts.length == 2) {
          attributes.put(parts[0].strip(), hexadecimal(parts[1].strip()));
        }
      }
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (!attribute.getValue().equals(DEFAULTS.get(attribute.getKey()))) {
        out.writeAttribute(attribute.getKey(), attribute.getValue());
      }
    }
  }

  private static String hexadecimal(String value) {
    if (!value.startsWith("rgb")) {
      return value;
    }
    Matcher color = RGB.matcher(value);
    if (!color.matches()) {
      return value;
    }
    int rgb = 0;
    for (int part = 1; part <= color.groupCount(); part++) {
      rgb = rgb * 256 + Integer.parseInt(color.group(part));
    }
    return "#" + Integer.toHexString(0x1000000 + rgb).substring(1);
  }

  /** A place or length in pixels, with up to two decimals. */
  private static String number(double value) {
    long hundredths = (long) Math.rint(value * 100);
    long whole = Math.abs(hundredths / 100);
    int rest = (int) Math.abs(hundredths % 100);
    StringBuilder number = new StringBuilder();
    if (hundredths < 0) {
      number.append('-');
    }
    number.append(whole);
    if (rest > 0) {
      number.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        number.append(rest % 10);
      }
    }
    return number.toString();
  }
}
