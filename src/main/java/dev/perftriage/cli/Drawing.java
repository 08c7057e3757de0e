package dev.perftriage.cli;

import dev.perftriage.source.DataException;
import dev.perftriage.source.IoReasons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Makes Java draw on a machine that has no display, no fonts and no fontconfig. */
final class Drawing {

  private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

  private Drawing() {}

  /**
   * Prepares the process, before the first class of AWT loads.
   *
   * @throws DataException where the temporary file that this takes could not be written
   */
  static void prepare() {
    System.setProperty("java.awt.headless", "true");
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    if (!linux || System.getProperty(FONT_CONFIGURATION) != null) {
      return;
    }
    try (InputStream configuration = Drawing.class.getResourceAsStream("fontconfig.properties")) {
      if (configuration == null) {
        throw new IllegalStateException("the program lacks its font configuration");
      }
      Path file = Files.createTempFile("perf-triage-fonts", ".properties");
      file.toFile().deleteOnExit();
      Files.write(file, configuration.readAllBytes());
      System.setProperty(FONT_CONFIGURATION, file.toString());
    } catch (IOException e) {
      throw new DataException(
          "Writing the font configuration for charts into the temporary folder failed: "
              + IoReasons.of(e)
              + "; leave out --charts and --html or free the disk",
          e);
    }
  }
}
