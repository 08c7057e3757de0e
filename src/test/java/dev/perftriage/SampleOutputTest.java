package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample week's report, charts and page are what the program writes. Run with {@code
 * -Dgolden.update=true} to rewrite them, then look at them before committing.
 */
class SampleOutputTest {

  private static final Path COMMITTED = Path.of("reports/2025").toAbsolutePath();

  /** Rasterisers of different JDKs disagree about the edges of letters. */
  private static final int MOST_DIFFERENCE = 96;

  private static final double MOST_DIFFERENT = 0.002;

  @TempDir private static Path directory;

  @BeforeAll
  static void writeTheSample() throws IOException {
    Cli.Result result =
        Cli.in(directory)
            .run(
                "report",
                "--store",
                Cli.SAMPLE.toString(),
                "--offline",
                "--date",
                "2025-11-03",
                "--charts",
                "--html");
    assertThat(result.err()).startsWith("perf-triage: next: ").hasLineCount(1);
    assertThat(result.exitCode()).isZero();
    if (Boolean.getBoolean("golden.update")) {
      for (Path file : files(directory.resolve("reports/2025"))) {
        Path to = COMMITTED.resolve(directory.resolve("reports/2025").relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.write(to, Files.readAllBytes(file));
      }
    }
  }

  @Test
  void theCommittedFilesAreThoseThatAreWritten() throws IOException {
    assertThat(names(COMMITTED)).isEqualTo(names(directory.resolve("reports/2025")));
  }

  @Test
  void reportChartsAndPageAreUpToDateByteForByte() throws IOException {
    for (String name : names(COMMITTED)) {
      if (!name.endsWith(".png")) {
        assertThat(directory.resolve("reports/2025").resolve(name))
            .hasSameBinaryContentAs(COMMITTED.resolve(name));
      }
    }
  }

  @Test
  void picturesAreUpToDateButForTheEdgesOfLetters() throws IOException {
    for (String name : names(COMMITTED)) {
      if (name.endsWith(".png")) {
        BufferedImage actual = read(directory.resolve("reports/2025").resolve(name));
        BufferedImage expected = read(COMMITTED.resolve(name));
        assertThat(actual.getWidth()).as(name).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).as(name).isEqualTo(expected.getHeight());
        assertThat(different(actual, expected)).as(name).isLessThan(MOST_DIFFERENT);
      }
    }
  }

  /** The share of pixels that are not about the same. */
  private static double different(BufferedImage actual, BufferedImage expected) {
    int different = 0;
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        int a = actual.getRGB(x, y);
        int b = expected.getRGB(x, y);
        int difference = 0;
        for (int shift = 0; shift < 24; shift += 8) {
          difference = Math.max(difference, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        different += difference > MOST_DIFFERENCE ? 1 : 0;
      }
    }
    return (double) different / actual.getWidth() / actual.getHeight();
  }

  private static BufferedImage read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Objects.requireNonNull(ImageIO.read(in));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    return files(folder).stream().map(file -> folder.relativize(file).toString()).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
