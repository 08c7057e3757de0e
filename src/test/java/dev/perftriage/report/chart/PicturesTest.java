package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Figure;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a reader sees in the pictures of whole weeks, read back from them. */
class PicturesTest {

  private static final double PIXEL = 0.02;
  private static final double TEXT_CONTRAST = 4.5;
  private static final double MARK_CONTRAST = 3;
  private static final Pattern CHANGE = Pattern.compile(": [<>]? ?([+-]?\\d+\\.\\d)%, ");
  private static final Pattern TICK = Pattern.compile("[+-]?[0-9.]+%");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sample", "outliers", "three-thousand"})
  void noBarIsBrokenWithoutAGapAndNoTickIsBeyondABreakOrTheData(String week) throws Exception {
    for (String svg : both(LargestChanges.of(comparison(week)).figure())) {
      Drawn drawn = new Drawn(svg);
      List<Double> broken = new ArrayList<>();
      List<Double> whole = new ArrayList<>();
      for (Drawn.Mark mark :
          new Drawn(LargestChanges.of(comparison(week)).figure().svg()).marks()) {
        Matcher change = CHANGE.matcher(mark.tooltip());
        assertThat(change.find()).as(mark.tooltip()).isTrue();
        long gaps = strokes(mark);
        (gaps > 0 ? broken : whole).add(Double.parseDouble(change.group(1)) / 100);
      }
      double lowest = whole.stream().reduce(0.0, Math::min);
      double highest = whole.stream().reduce(0.0, Math::max);

      for (double value : broken) {
        double last = value < 0 ? -lowest : highest;
        // Tooltips are rounded to 0.1%.
        assertThat(Math.abs(value) + 0.0005)
            .as("%s: %s is broken after %s", week, value, last)
            .isGreaterThanOrEqualTo(ChangeScale.GAP * (last - 0.0005));
      }
      assertThat(broken.isEmpty()).isEqualTo(!week.equals("outliers"));
      for (Drawn.Label label : drawn.labels()) {
        if (TICK.matcher(label.text()).matches()) {
          double tick = Double.parseDouble(label.text().replace("%", "")) / 100;
          assertThat(tick).as(week).isBetween(lowest - 0.0005, highest + 0.0005);
        }
      }
    }
  }

  @Test
  void barsThatLookAlikeAreAlike() throws Exception {
    Drawn drawn = new Drawn(LargestChanges.of(comparison("sample")).figure().svg());

    double perPercent = 0;
    for (Drawn.Mark mark : drawn.marks()) {
      Matcher change = CHANGE.matcher(mark.tooltip());
      assertThat(change.find()).isTrue();
      double percent = Math.abs(Double.parseDouble(change.group(1)));
      double width = mark.number("rect", "width");
      perPercent = perPercent == 0 ? width / percent : perPercent;
      // Tooltips are rounded to 0.1%.
      assertThat(Math.abs(width - percent * perPercent))
          .as(mark.tooltip())
          .isLessThan(0.1 * perPercent * (1 + percent / 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample", "outliers", "three-thousand"})
  void everyLabelIsWholeAndAloneAndEveryShapeWithinItsPicture(String week) throws Exception {
    for (Chart chart : charts(week)) {
      DrawingTest.assertThatLabelsHaveRoom(chart);
      for (String svg : both(chart.figure())) {
        Drawn drawn = new Drawn(svg);
        Rectangle2D canvas =
            new Rectangle2D.Double(
                -PIXEL, -PIXEL, drawn.width() + 2 * PIXEL, drawn.height() + 2 * PIXEL);
        for (Element shape : drawn.shapes()) {
          Rectangle2D box = Drawn.box(shape);
          assertThat(
                  canvas.contains(box.getMinX(), box.getMinY())
                      && canvas.contains(box.getMaxX(), box.getMaxY()))
              .as("%s %s: %s at %s", week, chart.name(), shape.getTagName(), box)
              .isTrue();
        }
      }
    }
  }

  @Test
  void anEmptyWeekHasOneSentenceAndNoPicture() throws Exception {
    List<Chart> charts = charts("empty");

    assertThat(charts).allMatch(Chart::isEmpty);
    assertThat(charts)
        .extracting(Chart::description)
        .containsOnly("None of 104 comparable test cases changed relevantly by instructions:u.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textsAndMarksHaveContrastInBothThemes(String name) throws Exception {
    Map<String, String> theme = theme(name);
    int paper = rgb(theme.getOrDefault("--paper", ""));
    List<String> faint =
        List.of(theme.getOrDefault("--line", ""), theme.getOrDefault("--paper", ""));
    for (Chart chart : charts("outliers")) {
      for (String svg : both(chart.figure())) {
        Drawn drawn = new Drawn(svg, theme);
        List<Element> cells =
            drawn.shapes().stream().filter(shape -> shape.hasAttribute("fill-opacity")).toList();
        for (int i = 0; i < drawn.texts().size(); i++) {
          Element text = drawn.texts().get(i);
          Rectangle2D box = drawn.labels().get(i).box();
          int ground = paper;
          for (Element cell : cells) {
            if (Drawn.box(cell).contains(box.getCenterX(), box.getCenterY())) {
              double opacity = Double.parseDouble(cell.getAttribute("fill-opacity"));
              ground = Contrast.mixed(rgb(cell.getAttribute("fill")), ground, opacity);
            }
          }
          assertThat(Contrast.of(rgb(text.getAttribute("fill")), ground))
              .as("%s %s: %s", name, chart.name(), text.getTextContent())
              .isGreaterThanOrEqualTo(TEXT_CONTRAST);
        }
        for (Element shape : drawn.shapes()) {
          for (String attribute : List.of("fill", "stroke")) {
            String color = shape.getAttribute(attribute);
            if (color.startsWith("#")
                && !shape.hasAttribute("fill-opacity")
                && !faint.contains(color)) {
              assertThat(Contrast.of(rgb(color), paper))
                  .as("%s %s: %s %s", name, chart.name(), shape.getTagName(), color)
                  .isGreaterThanOrEqualTo(MARK_CONTRAST);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void marksThatAreNotChosenStayLegible(String name) throws Exception {
    Map<String, String> theme = theme(name);
    int paper = rgb(theme.getOrDefault("--paper", ""));
    Matcher faded =
        Pattern.compile(":not\\(\\.chosen\\) > :not\\(text\\) \\{ opacity: ([0-9.]+);")
            .matcher(styles());
    assertThat(faded.find()).isTrue();
    double opacity = Double.parseDouble(faded.group(1));
    assertThat(styles()).contains(".mark:not(.chosen) { filter: grayscale(1); }");
    for (Chart chart : charts("outliers")) {
      for (Drawn.Mark mark : new Drawn(chart.figure().svg(), theme).marks()) {
        for (Element shape : Drawn.shapes(mark.group())) {
          String color = shape.getAttribute("fill");
          // Breaks have the colour of the ground.
          if (color.startsWith("#") && !shape.hasAttribute("fill-opacity") && rgb(color) != paper) {
            assertThat(
                    Contrast.of(Contrast.mixed(Contrast.grey(rgb(color)), paper, opacity), paper))
                .as("%s %s: %s", name, chart.name(), color)
                .isGreaterThanOrEqualTo(MARK_CONTRAST);
          }
        }
      }
    }
  }

  private static List<String> both(Figure figure) {
    return List.of(figure.svg(), figure.narrow());
  }

  /** The strokes of the background's colour, which break a bar. */
  private static long strokes(Drawn.Mark mark) {
    return Stream.iterate(0, i -> i + 1)
        .limit(mark.group().getElementsByTagName("line").getLength())
        .map(i -> (Element) mark.group().getElementsByTagName("line").item(i))
        .filter(line -> line.getAttribute("stroke").equals("#ffffff"))
        .count();
  }

  private List<Chart> charts(String week) throws IOException {
    Comparison comparison = comparison(week);
    return List.of(
        LargestChanges.of(comparison),
        RankCurve.of(comparison),
        HeatMap.of(comparison),
        SignificanceChart.of(comparison));
  }

  private Comparison comparison(String week) throws IOException {
    return switch (week) {
      case "sample" -> {
        try (Stream<Path> files = Files.list(Path.of("samples/2025-11-03/comparisons"))) {
          Path whole =
              files
                  .filter(file -> file.getFileName().toString().startsWith("23fced0f"))
                  .filter(file -> file.getFileName().toString().contains("..f5711a55"))
                  .filter(file -> file.getFileName().toString().contains("instructions"))
                  .findFirst()
                  .orElseThrow();
          yield comparison(whole);
        }
      }
      case "three-thousand" -> EdgeCases.comparison(EdgeCases.many(3_000, 11, 0.004));
      default -> {
        Path file = directory.resolve(week + ".json");
        try (InputStream json =
            Objects.requireNonNull(PicturesTest.class.getResourceAsStream(week + ".json"))) {
          Files.write(file, json.readAllBytes());
        }
        yield comparison(file);
      }
    };
  }

  private static Comparison comparison(Path file) {
    ArtifactComparison read =
        ComparisonReader.read(
            Payload.ofFile(file, new SizeLimit(1 << 26, "")),
            Metric.INSTRUCTIONS,
            new TestCaseInterner());
    return Comparison.of(ComparableTestCases.of(read, TestCase.DEFAULT_TARGET));
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
        .containsKeys("--paper", "--ink", "--muted", "--line", "--regression", "--improvement");
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
}
