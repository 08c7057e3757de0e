package dev.perftriage.cli;

import dev.perftriage.source.io.IoReasons;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Starts the program, and connects it to the process: environment, streams and exit code. */
public final class Main {

  private static final Duration FIRST_RETRY_WAIT = Duration.ofMillis(500);

  /** The first Java that warns about sun.misc.Unsafe. */
  private static final int WARNS_ABOUT_UNSAFE = 24;

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    configureLibraries();
    // UTF-8 in every locale, so that the same input gives the same bytes everywhere.
    StandardOutput standardOutput = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    Terminal terminal = terminal(System.getenv());
    Output output =
        new Output(
            terminal.interactive()
                ? AsciiMarks.on(utf8(standardOutput), System.getenv())
                : utf8(standardOutput),
            utf8(new FileOutputStream(FileDescriptor.err)),
            terminal.interactive(),
            Optional.of(new Pager(System.getenv()))
                .filter(pager -> terminal.interactive() && pager.isWanted()));
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> explain(interruption, output)));
    CommandContext context =
        new CommandContext(
            output,
            System.in,
            Path.of(""),
            Clock.systemUTC(),
            System.getenv(),
            terminal,
            Boolean.getBoolean("perftriage.progress"),
            FIRST_RETRY_WAIT,
            true,
            interruption);
    int exitCode = run(args, context);
    interruption.over();
    output.results().flush();
    if (standardOutput.failure().isPresent()) {
      context.error(
          "Writing to standard output failed: "
              + IoReasons.of(standardOutput.failure().get())
              + "; the output is incomplete");
      exitCode = ExitCodes.DATA;
    }
    output.messages().flush();
    System.exit(exitCode);
  }

  /** Sets system properties for libraries, before their classes load. */
  static void configureLibraries() {
    // Faster byte access for msgpack-core, unless Java would warn about it.
    boolean warns = Runtime.version().feature() >= WARNS_ABOUT_UNSAFE;
    System.setProperty("msgpack.universal-buffer", Boolean.toString(warns));
    // Stops picocli from searching the whole jar for classes of dates, databases and Groovy.
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    System.setProperty("picocli.disable.closures", "true");
  }

  /** Runs the command that the arguments name; its exit code is one of {@link ExitCodes}. */
  static int run(String[] args, CommandContext context) {
    try {
      return PerfTriageCommand.commandLine(context, List.of(args)).execute(args);
    } catch (Throwable e) {
      // Java itself would exit with 1, which is the code of a gate.
      return Errors.report(e, context, List.of(args).contains("--verbose"));
    }
  }

  private static Writer utf8(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static void explain(Interruption interruption, Output output) {
    interruption
        .hint()
        .ifPresent(hint -> output.messages().print("\nperf-triage: interrupted; " + hint + "\n"));
    output.messages().flush();
  }

  /**
   * Standard output as detected by the launcher, or else as guessed by picocli: the launcher for
   * Windows knows the terminal's width, but not whether the output goes there.
   */
  private static Terminal terminal(Map<String, String> environment) {
    String columns = System.getProperty("perftriage.columns");
    return columns == null
        ? Terminal.of(
            CommandLine.Help.Ansi.AUTO.enabled(),
            System.getProperty("perftriage.width"),
            environment)
        : Terminal.of(!columns.isEmpty(), columns, environment);
  }
}
