package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which elements a drawing becomes. */
class SvgDrawingTest {

  private static final String START =
      "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='50' viewBox='0 0 100 50'"
          + " role='img' aria-label='words' font-family='DejaVu Sans, Verdana, sans-serif'>";

  static Stream<Arguments> drawings() {
    return Stream.of(
        drawing(
            "<line x1='1' y1='2' x2='3.5' y2='4.13' stroke='#000000'/>",
            svg -> svg.draw(new Line2D.Double(1, 2, 3.5, 4.126))),
        drawing(
            "<line x1='-0.5' y1='0' x2='3' y2='4' stroke='#000000'/>",
            svg -> svg.draw(new Line2D.Double(-0.5, -0.001, 3, 4))),
        drawing(
            "<rect x='1' y='2' width='3' height='4' fill='#0072b2'/>",
            svg -> {
              svg.setPaint(new Color(0x0072b2));
              svg.fill(new Rectangle2D.Double(1, 2, 3, 4));
            }),
        drawing(
            "<rect x='1' y='2' width='3' height='4' stroke='#000000' fill='none'"
                + " stroke-miterlimit='10'/>",
            svg -> svg.draw(new Rectangle(1, 2, 3, 4))),
        drawing(
            "<ellipse cx='5' cy='6' rx='2' ry='3' fill='#000000'/>",
            svg -> svg.fill(new Ellipse2D.Double(3, 3, 4, 6))),
        drawing(
            "<path d='M0,0L4,0L0,3Z' fill='#000000'/>",
            svg -> svg.fill(new Polygon(new int[] {0, 4, 0}, new int[] {0, 0, 3}, 3))),
        drawing(
            "<path d='M0,0Q1,1,2,0' fill='#000000'/>",
            svg -> svg.fill(new QuadCurve2D.Double(0, 0, 1, 1, 2, 0))),
        drawing(
            "<path d='M0,0C1,1,2,1,3,0' fill='#000000'/>",
            svg -> svg.fill(new CubicCurve2D.Double(0, 0, 1, 1, 2, 1, 3, 0))),
        drawing(
            "<line x1='0' y1='0' x2='9' y2='9' stroke='#000000' stroke-width='1.5'"
                + " stroke-linecap='round' stroke-dasharray='4,3'/>",
            svg -> {
              float[] dashes = {4, 3};
              svg.setStroke(
                  new BasicStroke(
                      1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0));
              svg.draw(new Line2D.Double(0, 0, 9, 9));
            }),
        drawing(
            "<rect x='0' y='0' width='9' height='9' fill='#ff0000' fill-opacity='0.25'/>",
            svg -> {
              svg.setPaint(new Color(1, 0, 0, 0.5f));
              svg.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
              svg.fill(new Rectangle(9, 9));
            }),
        drawing(
            "<text x='1' y='2' fill='#000000' font-size='11px'>a &amp;lt; &lt;b&gt; &apos;c&apos;"
                + "</text>",
            svg -> {
              svg.setFont(ChartFonts.LABEL);
              svg.drawString("a &lt; <b> 'c'", 1, 2);
            }),
        drawing(
            "<text x='0' y='0' fill='#000000' font-size='14px' font-weight='bold'"
                + " transform='matrix(0,-1,1,0,7,8)'>up</text>",
            svg -> {
              svg.setFont(ChartFonts.TITLE);
              svg.translate(7, 8);
              svg.rotate(-Math.PI / 2);
              svg.drawString("up", 0f, 0f);
            }),
        drawing(
            "<g class='mark'><title>1 &lt; 2</title>"
                + "<rect x='0' y='0' width='1' height='1' fill='#000000'/></g>",
            svg -> ((SvgGraphics) svg).mark("1 < 2", () -> svg.fill(new Rectangle(1, 1)))));
  }

  private static Arguments drawing(String elements, Consumer<Graphics2D> drawing) {
    return arguments(elements, drawing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drawings")
  void eachDrawingIsAnElement(String elements, Consumer<Graphics2D> drawing) {
    assertThat(svg(drawing)).isEqualTo(START + elements + "</svg>\n");
  }

  @Test
  void aFileHasTheColoursThatAPageReplacesByItsOwn() {
    String page =
        SvgDrawing.of(
            "name",
            "words",
            100,
            50,
            svg -> {
              svg.setPaint(ChartStyle.REGRESSION);
              svg.fill(new Rectangle2D.Double(0, 0, 9, 9));
              svg.drawString("='var(--ink)'", 0, 0);
            });

    assertThat(page).contains("fill='var(--regression)'");
    assertThat(SvgDrawing.withoutVariables(page))
        .contains("fill='#b34700'")
        .contains(">=&apos;var(--ink)&apos;<");
  }

  @Test
  void aClipIsDefinedOnceAndThatOfTheWholeDrawingNever() {
    assertThat(
            svg(
                svg -> {
                  svg.clip(new Rectangle(100, 50));
                  svg.fill(new Rectangle(1, 1));
                  svg.clip(new Rectangle(5, 6, 7, 8));
                  svg.fill(new Rectangle(2, 2));
                  svg.fill(new Rectangle(3, 3));
                }))
        .isEqualTo(
            START
                + "<defs><clipPath id='name-clip-0'><path d='M5,6L12,6L12,14L5,14L5,6Z'/></clipPath>"
                + "</defs>"
                + "<rect x='0' y='0' width='1' height='1' fill='#000000'/>"
                + "<rect x='0' y='0' width='2' height='2' fill='#000000'"
                + " clip-path='url(#name-clip-0)'/>"
                + "<rect x='0' y='0' width='3' height='3' fill='#000000'"
                + " clip-path='url(#name-clip-0)'/></svg>\n");
  }

  @Test
  void aCopyDrawsIntoTheSameDocumentWithAStateOfItsOwn() {
    assertThat(
            svg(
                svg -> {
                  Graphics2D copy = (Graphics2D) svg.create();
                  copy.setPaint(Color.RED);
                  copy.transform(AffineTransform.getTranslateInstance(5, 0));
                  copy.fillRect(0, 0, 1, 1);
                  copy.dispose();
                  svg.fillRect(0, 0, 1, 1);
                }))
        .isEqualTo(
            START
                + "<rect x='0' y='0' width='1' height='1' fill='#ff0000'"
                + " transform='matrix(1,0,0,1,5,0)'/>"
                + "<rect x='0' y='0' width='1' height='1' fill='#000000'/></svg>\n");
  }

  /** Drawn wrongly, it would be seen by chance only. */
  @Test
  void whatNoChartNeedsIsRefused() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    assertThatThrownBy(() -> svg(svg -> svg.drawImage(image, 0, 0, null)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () ->
                svg(
                    svg -> {
                      svg.setPaint(new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE));
                      svg.fill(new Rectangle(1, 1));
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static String svg(Consumer<Graphics2D> drawing) {
    return SvgDrawing.of(
        "name",
        "words",
        100,
        50,
        graphics -> {
          graphics.setPaint(Color.BLACK);
          graphics.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10));
          drawing.accept(graphics);
        });
  }
}
