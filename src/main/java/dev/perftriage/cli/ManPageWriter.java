package dev.perftriage.cli;

import dev.perftriage.cli.man.ManPages;
import dev.perftriage.source.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Writes the manual pages: the build's, not the program's. */
public final class ManPageWriter {

  private ManPageWriter() {}

  /**
   * Writes a page for each command into a folder.
   *
   * @param arguments the folder
   * @throws IOException where a page could not be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, String> page : pages().entrySet()) {
      AtomicFiles.write(
          folder.resolve(page.getKey()), page.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * The pages by file name: those of a program with nothing around it, so that they are the same
   * anywhere.
   */
  static Map<String, String> pages() {
    return ManPages.of(
        PerfTriageCommand.commandLine(nothingAround()).getCommandSpec(),
        new Version().getVersion()[0]);
  }

  /** Surroundings without environment, files or terminal. */
  static Surroundings nothingAround() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Surroundings(
        nowhere,
        nowhere,
        InputStream.nullInputStream(),
        Path.of(""),
        Clock.systemUTC(),
        Map.of(),
        Terminal.of(false, null, Map.of()),
        false,
        Duration.ZERO,
        new Interruption());
  }
}
