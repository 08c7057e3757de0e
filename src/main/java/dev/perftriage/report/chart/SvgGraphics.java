package dev.perftriage.report.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * Writes what is drawn as SVG, with presentation attributes, which a strict content security policy
 * allows, unlike styles. Attributes are left out where they have SVG's defaults.
 */
final class SvgGraphics extends ShapeGraphics {

  private static final double OPAQUE = 255;
  private static final List<String> CAPS = List.of("butt", "round", "square");
  private static final List<String> JOINS = List.of("miter", "round", "bevel");

  private final SvgDocument document;

  private final Rectangle2D whole;

  /** An empty drawing. */
  SvgGraphics(SvgDocument document, int width, int height) {
    this(
        document,
        new Rectangle2D.Double(0, 0, width, height),
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
  }

  private SvgGraphics(SvgDocument document, Rectangle2D whole, Graphics2D state) {
    super(state);
    this.document = document;
    this.whole = whole;
  }

  @Override
  public Graphics2D create() {
    return new SvgGraphics(document, whole, copyOfState());
  }

  /** Draws content as one mark, with a tooltip. */
  void mark(String tooltip, Runnable content) {
    document.begin("g").attribute("class", "mark").open();
    document.begin("title").open();
    document.text(tooltip);
    document.end("title");
    content.run();
    document.end("g");
  }

  @Override
  public void fill(Shape shape) {
    element(shape);
    color("fill");
    place();
    document.end();
  }

  @Override
  public void draw(Shape shape) {
    if (!(getStroke() instanceof BasicStroke stroke)) {
      throw notSupported();
    }
    element(shape);
    color("stroke");
    stroke(stroke);
    if (!(shape instanceof Line2D)) {
      document.attribute("fill", "none");
      corners(stroke);
    }
    place();
    document.end();
  }

  @Override
  public void drawString(String text, float x, float y) {
    document.begin("text").attribute("x", x).attribute("y", y);
    color("fill");
    document.attribute("font-size", SvgDocument.number(getFont().getSize2D()) + "px");
    if (getFont().isBold()) {
      document.attribute("font-weight", "bold");
    }
    place();
    document.open();
    document.text(text);
    document.end("text");
  }

  private void element(Shape shape) {
    if (shape instanceof Line2D line) {
      document
          .begin("line")
          .attribute("x1", line.getX1())
          .attribute("y1", line.getY1())
          .attribute("x2", line.getX2())
          .attribute("y2", line.getY2());
    } else if (shape instanceof Rectangle2D rectangle) {
      document
          .begin("rect")
          .attribute("x", rectangle.getX())
          .attribute("y", rectangle.getY())
          .attribute("width", rectangle.getWidth())
          .attribute("height", rectangle.getHeight());
    } else if (shape instanceof Ellipse2D ellipse) {
      document
          .begin("ellipse")
          .attribute("cx", ellipse.getCenterX())
          .attribute("cy", ellipse.getCenterY())
          .attribute("rx", ellipse.getWidth() / 2)
          .attribute("ry", ellipse.getHeight() / 2);
    } else {
      document.begin("path").attribute("d", SvgDocument.path(shape));
    }
  }

  private void color(String attribute) {
    if (!(getPaint() instanceof Color color)) {
      throw notSupported();
    }
    document.attribute(attribute, ChartStyle.css(color));
    double opacity = color.getAlpha() / OPAQUE;
    if (getComposite() instanceof AlphaComposite composite) {
      opacity *= composite.getAlpha();
    }
    if (opacity < 1) {
      document.attribute(attribute + "-opacity", opacity);
    }
  }

  private void stroke(BasicStroke stroke) {
    if (stroke.getLineWidth() != 1) {
      document.attribute("stroke-width", stroke.getLineWidth());
    }
    if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
      document.attribute("stroke-linecap", CAPS.get(stroke.getEndCap()));
    }
    float[] dashes = stroke.getDashArray();
    if (dashes != null) {
      double[] lengths = new double[dashes.length];
      Arrays.setAll(lengths, i -> dashes[i]);
      document.attribute("stroke-dasharray", SvgDocument.numbers(lengths, lengths.length));
    }
  }

  private void corners(BasicStroke stroke) {
    if (stroke.getLineJoin() == BasicStroke.JOIN_MITER) {
      document.attribute("stroke-miterlimit", stroke.getMiterLimit());
    } else {
      document.attribute("stroke-linejoin", JOINS.get(stroke.getLineJoin()));
    }
  }

  /** The transform and clip of an element. A clip is in the element's own coordinates. */
  private void place() {
    AffineTransform transform = getTransform();
    if (!transform.isIdentity()) {
      double[] matrix = new double[6];
      transform.getMatrix(matrix);
      document.attribute("transform", "matrix(" + SvgDocument.numbers(matrix, matrix.length) + ")");
    }
    Shape clip = getClip();
    boolean all =
        transform.isIdentity() && clip instanceof Rectangle2D kept && kept.contains(whole);
    if (clip != null && !all) {
      document.attribute("clip-path", "url(#" + document.clip(clip) + ")");
    }
  }
}
