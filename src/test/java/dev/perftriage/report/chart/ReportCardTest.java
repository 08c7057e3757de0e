package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.Direction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range in one picture. */
class ReportCardTest {

  @ParameterizedTest
  @CsvSource({
    "outliers, walk",
    "five-thousand-relevant, spike",
    "long-names, one",
    "non-latin, holes",
    "beyond-all-scales, crowded",
    "empty, empty",
    "nothing-relevant, nothing-in-common"
  })
  void everyLabelIsWholeAndAlone(String comparison, String timeline) throws Exception {
    ReportCard card =
        new ReportCard(
            EdgeCases.named(comparison),
            TimelineCases.named(timeline),
            "Mostly positive week: " + "a long sentence with many words ".repeat(20));

    DrawingTest.assertThatLabelsHaveRoom("card", card.svg());
  }

  @Test
  void itHasTheSentenceTheLargestOfEachBenchmarkAndTheEndOfTheTimeline() throws Exception {
    ReportCard card =
        new ReportCard(
            EdgeCases.comparison(
                List.of(
                    EdgeCases.change("a", 0, 0.04),
                    EdgeCases.change("a", 1, 0.03),
                    EdgeCases.change("b", 0, 0.02),
                    EdgeCases.change("c", 0, -0.05))),
            TimelineCases.timeline(
                7, List.of(TimelineCases.merge(1, 1, Direction.MIXED, false, -0.012))),
            "A mixed week.");

    assertThat(new Drawn(card.svg()).labels())
        .extracting(Drawn.Label::text)
        .contains("A mixed week.", "▲ +4.0%", "▲ +2.0%", "▼ -5.0%", "-1.2%")
        .doesNotContain("▲ +3.0%");
    assertThat(card.svg()).doesNotContain("var(").isEqualTo(card.svg());
  }

  @Test
  void aPngHasTheSizeOfAPreview() throws Exception {
    BufferedImage image =
        ImageIO.read(
            new ByteArrayInputStream(
                new ReportCard(
                        EdgeCases.named("outliers"), TimelineCases.named("walk"), "A sentence.")
                    .png()));

    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
  }
}
