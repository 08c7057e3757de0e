package dev.perftriage.build;

import dev.perftriage.build.completion.CompletionScripts;
import dev.perftriage.build.man.ManPages;
import dev.perftriage.cli.DetachedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Writes completion scripts and manual pages, generated from the commands' options and help. */
public final class CommandDocuments {

  private CommandDocuments() {}

  /**
   * Writes the files.
   *
   * @param arguments the folder of classes, for the scripts that {@code completion} prints; the
   *     folder for manual pages; the version for these
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    CommandSpec program = DetachedProgram.commands();
    Path scripts = Path.of(arguments[0], "dev/perftriage/cli");
    for (Map.Entry<String, String> script : CompletionScripts.of(program).entrySet()) {
      write(scripts.resolve("completion." + script.getKey()), script.getValue());
    }
    for (Map.Entry<String, String> page : ManPages.of(program, arguments[2]).entrySet()) {
      write(Path.of(arguments[1]).resolve(page.getKey()), page.getValue());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
