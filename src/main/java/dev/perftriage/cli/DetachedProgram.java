package dev.perftriage.cli;

import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The program isolated from its process, for the build: it reads no environment variables and
 * discards its output.
 */
public final class DetachedProgram {

  private DetachedProgram() {}

  /** All commands and their options. */
  public static CommandSpec commands() {
    // Which has all, because config speaks of the options of all.
    return PerfTriageCommand.commandLine(context(), List.of("config")).getCommandSpec();
  }

  /** Runs a command, which may write files. */
  public static void run(String... arguments) {
    Main.configureLibraries();
    Main.run(arguments, context());
  }

  private static CommandContext context() {
    return new CommandContext(
        new Output(Writer.nullWriter(), Writer.nullWriter(), true),
        InputStream.nullInputStream(),
        Path.of(""),
        Clock.systemUTC(),
        Map.of(),
        Terminal.of(true, "80", Map.of()),
        false,
        Duration.ZERO,
        true,
        new Interruption());
  }
}
