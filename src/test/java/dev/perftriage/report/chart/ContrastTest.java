package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.report.Figure;
import dev.perftriage.report.chart.Pictures.Picture;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * Whether everything that means something is told from its ground: texts by a contrast of 4.5,
 * marks, lines, outlines and hatching by 3, translucent ones as they look. The frame, the grid and
 * the fill of a band mean nothing. Nor does the fill of a heat map's cell alone, which is printed,
 * too: what tells a relevant change, however small, is the cell's edge.
 */
class ContrastTest {

  private static final double TEXT = 4.5;
  private static final double MARK = 3;

  /** How much longer than an area a line across it may be, in pixels: breaks of bars are. */
  private static final double MARGIN = 8;

  /** What stands on the edge of an area is beside it; in pixels. */
  private static final double EDGE = 1.25;

  /** Of neighbouring steps in a heat map's legend. */
  private static final double STEP = 1.1;

  static Stream<Picture> pictures() {
    return Pictures.all();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everythingThatMeansSomethingIsToldFromItsGround(Picture picture) throws Exception {
    for (String theme : List.of("light", "dark")) {
      for (String svg : picture.svgs()) {
        // A file has the colours of the light theme.
        if (theme.equals("light") || svg.contains("var(")) {
          assertThatAllHasContrast(theme + " " + picture, new Painted(svg, theme(theme)));
        }
      }
    }
  }

  private static void assertThatAllHasContrast(String name, Painted painted) {
    for (int i = 0; i < painted.elements.size(); i++) {
      Element element = painted.elements.get(i);
      boolean isText = element.getTagName().equals("text");
      for (String attribute : List.of("fill", "stroke")) {
        for (int ground : painted.grounds(i)) {
          int color = painted.color(element, attribute, ground);
          if (!painted.isPlain(element, attribute) && color != painted.paper) {
            assertThat(Contrast.of(color, ground))
                .as(
                    "%s: %s #%06x on #%06x at %s %s",
                    name,
                    element.getTagName(),
                    color,
                    ground,
                    painted.boxes.get(i),
                    element.getTextContent())
                .isGreaterThanOrEqualTo(isText ? TEXT : MARK);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample", "outliers", "three-thousand"})
  void aRelevantCellOfAHeatMapHasAnEdgeInTheColourOfItsKindAndNoOther(String week)
      throws Exception {
    for (String theme : List.of("light", "dark")) {
      Map<String, String> colors = theme(theme);
      for (String svg : svgs(HeatMap.of(Pictures.comparison(week)).figure())) {
        Painted painted = new Painted(svg, colors);
        int quiet =
            Contrast.mixed(rgb(ChartStyle.css(ChartStyle.NOT_RELEVANT)), painted.paper, 0.1);
        for (Drawn.Mark mark : painted.drawn.marks()) {
          List<Element> shapes = Drawn.shapes(mark.group());
          String first = mark.tooltip().split("; ", -1)[0];
          if (first.contains(", not relevant,")) {
            assertThat(shapes).as(first).hasSize(1);
          } else {
            String kind = first.contains(", regression,") ? "--regression" : "--improvement";
            String edge = shapes.get(1).getAttribute("fill");
            assertThat(edge).as(first).isEqualTo(colors.get(kind));
            assertThat(Contrast.of(rgb(edge), painted.paper)).isGreaterThanOrEqualTo(MARK);
            assertThat(Contrast.of(rgb(edge), quiet)).isGreaterThanOrEqualTo(MARK);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void theStepsOfAHeatMapAreToldFromOneAnother(String theme) throws Exception {
    for (String svg : svgs(HeatMap.of(Pictures.comparison("three-thousand")).figure())) {
      Painted painted = new Painted(svg, theme(theme));
      List<Integer> legend =
          painted.elements.stream()
              .filter(
                  each -> Drawn.box(each).getHeight() == 12 && each.hasAttribute("fill-opacity"))
              .map(each -> painted.color(each, "fill", painted.paper))
              .toList();

      // Four improvements from the largest down, four regressions up, and not relevant.
      assertThat(legend).hasSize(9);
      for (int i : new int[] {0, 1, 2, 4, 5, 6}) {
        assertThat(Contrast.of(legend.get(i), legend.get(i + 1)))
            .as("%s, step %s", theme, i)
            .isGreaterThanOrEqualTo(STEP);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void aBandHasEdgesThatAreToldFromTheGround(String theme) throws Exception {
    List<Picture> histories =
        Pictures.all().filter(picture -> picture.name().endsWith(" history")).toList();
    for (String svg : histories.get(0).svgs()) {
      Painted painted = new Painted(svg, theme(theme));
      List<Double> edges =
          painted.elements.stream()
              .filter(each -> each.getTagName().equals("line"))
              .filter(each -> Contrast.of(painted.color(each, "stroke", 0), painted.paper) >= MARK)
              .map(each -> Drawn.box(each).getY())
              .toList();
      List<Rectangle2D> bands =
          painted.areas.stream()
              .filter(at -> painted.color(painted.elements.get(at), "fill", 0) == painted.grid)
              .map(painted.boxes::get)
              .toList();

      assertThat(bands).hasSize(NoiseVerdict.values().length);
      for (Rectangle2D band : bands) {
        assertThat(edges).anyMatch(edge -> Math.abs(edge - band.getMinY()) < 0.02);
        assertThat(edges).anyMatch(edge -> Math.abs(edge - band.getMaxY()) < 0.02);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void marksThatAreNotChosenStayLegible(String theme) throws Exception {
    Matcher faded =
        Pattern.compile(":not\\(\\.chosen\\) > :not\\(text\\) \\{ opacity: ([0-9.]+);")
            .matcher(styles());
    assertThat(faded.find()).isTrue();
    double opacity = Double.parseDouble(faded.group(1));
    assertThat(styles()).contains(".mark:not(.chosen) { filter: grayscale(1); }");
    for (Chart chart : Pictures.charts("outliers").toList()) {
      Painted painted = new Painted(chart.figure().svg(), theme(theme));
      for (Drawn.Mark mark : painted.drawn.marks()) {
        for (Element shape : Drawn.shapes(mark.group())) {
          String color = shape.getAttribute("fill");
          // Breaks have the colour of the ground.
          if (color.startsWith("#")
              && !shape.hasAttribute("fill-opacity")
              && rgb(color) != painted.paper) {
            int grey = Contrast.mixed(Contrast.grey(rgb(color)), painted.paper, opacity);
            assertThat(Contrast.of(grey, painted.paper))
                .as("%s %s: %s", theme, chart.name(), color)
                .isGreaterThanOrEqualTo(MARK);
          }
        }
      }
    }
  }

  private static List<String> svgs(Figure figure) {
    return List.of(figure.svg(), figure.narrow());
  }

  /** The variables of the page's style sheet. */
  private static Map<String, String> theme(String name) throws IOException {
    String css = styles();
    int dark = css.indexOf("prefers-color-scheme: dark");
    Map<String, String> theme = new HashMap<>();
    Matcher variable =
        Pattern.compile("(--[a-z]+): (#[0-9a-f]{6});")
            .matcher(name.equals("dark") ? css.substring(dark) : css.substring(0, dark));
    while (variable.find()) {
      theme.putIfAbsent(variable.group(1), variable.group(2));
    }
    assertThat(theme)
        .containsKeys(
            "--paper", "--ink", "--muted", "--line", "--grid", "--regression", "--improvement");
    return theme;
  }

  private static String styles() throws IOException {
    try (InputStream sheet =
        Objects.requireNonNull(
            Figure.class.getResourceAsStream("/dev/perftriage/report/html/page.css"))) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int rgb(String hex) {
    return Integer.parseInt(hex.substring(1), 16);
  }

  /** A picture in a theme: which colour stands on which. */
  private static final class Painted {

    private final Drawn drawn;
    private final List<Element> elements;
    private final int paper;
    private final int grid;
    private final Set<String> plain;
    private final List<Rectangle2D> boxes;

    /** The indexes of the elements that others can stand on. */
    private final List<Integer> areas;

    Painted(String svg, Map<String, String> theme) throws Exception {
      this.drawn = new Drawn(svg, theme);
      this.elements = drawn.drawn();
      this.paper = rgb(theme.getOrDefault("--paper", ""));
      this.grid = rgb(theme.getOrDefault("--grid", ""));
      this.plain = Set.of(theme.getOrDefault("--grid", ""), theme.getOrDefault("--line", ""));
      this.boxes = elements.stream().map(Drawn::box).toList();
      this.areas =
          IntStream.range(0, elements.size())
              .filter(i -> boxes.get(i).getWidth() > 1 && boxes.get(i).getHeight() > 1)
              .filter(i -> isGround(elements.get(i)))
              .boxed()
              .toList();
    }

    /** Whether a colour means nothing: none, the frame's, the grid's, or the fill of a cell. */
    boolean isPlain(Element element, String attribute) {
      String color = element.getAttribute(attribute);
      boolean isRule =
          element.getTagName().equals("rect")
              || (element.getTagName().equals("line")
                  && element.getAttribute("y1").equals(element.getAttribute("y2")));
      return !color.startsWith("#")
          || (plain.contains(color) && isRule)
          || element.hasAttribute("fill-opacity");
    }

    /** A colour as it looks on a ground; the ground itself if there is none. */
    int color(Element element, String attribute, int ground) {
      String color = element.getAttribute(attribute);
      String opacity = element.getAttribute(attribute + "-opacity");
      return color.startsWith("#")
          ? Contrast.mixed(rgb(color), ground, opacity.isEmpty() ? 1 : Double.parseDouble(opacity))
          : ground;
    }

    /** The colours below an element's middle, and of the bands that it touches. */
    List<Integer> grounds(int at) {
      Rectangle2D box = boxes.get(at);
      List<Integer> grounds = new ArrayList<>();
      int ground = paper;
      for (int below : areas) {
        if (below >= at) {
          break;
        }
        Rectangle2D area = boxes.get(below);
        boolean isLarger = longer(area) + MARGIN >= longer(box);
        if (isLarger && grown(area, -EDGE).contains(box.getCenterX(), box.getCenterY())) {
          ground = color(elements.get(below), "fill", ground);
        }
        if (color(elements.get(below), "fill", paper) == grid
            && area.intersects(grown(box, EDGE))) {
          grounds.add(grid);
        }
      }
      boolean isOnHalo = at > 0 && isHalo(elements.get(at - 1), elements.get(at));
      grounds.add(isOnHalo ? paper : ground);
      return grounds;
    }

    /** Whether one shape is another one, drawn before with a wider stroke of the paper's colour. */
    private boolean isHalo(Element before, Element element) {
      return before.hasAttribute("d")
          && before.getAttribute("d").equals(element.getAttribute("d"))
          && color(before, "stroke", -1) == paper;
    }

    /** Whether others stand on a shape: points of a scatter are side by side. */
    private boolean isGround(Element element) {
      return (element.getTagName().equals("rect") && element.getAttribute("fill").startsWith("#"))
          || (element.getTagName().equals("ellipse") && color(element, "fill", -1) == paper);
    }

    private static double longer(Rectangle2D box) {
      return Math.max(box.getWidth(), box.getHeight());
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
      return Shapes.around(
          box.getCenterX(), box.getCenterY(), box.getWidth() / 2 + by, box.getHeight() / 2 + by);
    }
  }
}
