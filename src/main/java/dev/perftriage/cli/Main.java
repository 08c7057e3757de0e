package dev.perftriage.cli;

import dev.perftriage.source.io.IoReasons;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Starts the program: the only place that touches the process around it. */
public final class Main {

  private static final Duration FIRST_RETRY_WAIT = Duration.ofMillis(500);

  /** The first Java that warns about sun.misc.Unsafe. */
  private static final int WARNS_ABOUT_UNSAFE = 24;

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    configureLibraries();
    // UTF-8 whatever the locale is: the same input gives the same bytes everywhere.
    StandardOutput standardOutput = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(standardOutput, false, StandardCharsets.UTF_8);
    PrintWriter err =
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> explain(interruption, err)));
    CommandContext context =
        new CommandContext(
            out,
            err,
            System.in,
            Path.of(""),
            Clock.systemUTC(),
            System.getenv(),
            terminal(System.getenv()),
            Boolean.getBoolean("perftriage.progress"),
            FIRST_RETRY_WAIT,
            interruption);
    int exitCode = run(args, context);
    interruption.over();
    out.flush();
    if (standardOutput.failure().isPresent()) {
      context.error(
          "Writing to standard output failed: "
              + IoReasons.of(standardOutput.failure().get())
              + "; the output is incomplete");
      exitCode = ExitCodes.DATA;
    }
    err.flush();
    System.exit(exitCode);
  }

  /** Sets what libraries read from system properties, before their first classes load. */
  static void configureLibraries() {
    // msgpack-core's faster byte access, where Java does not warn about it.
    boolean warns = Runtime.version().feature() >= WARNS_ABOUT_UNSAFE;
    System.setProperty("msgpack.universal-buffer", Boolean.toString(warns));
    // Converters for dates and databases, and Groovy's closures: picocli would look for each class
    // in the whole jar.
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    System.setProperty("picocli.disable.closures", "true");
  }

  /** Runs the command that the arguments name; its exit code is one of {@link ExitCodes}. */
  static int run(String[] args, CommandContext context) {
    return PerfTriageCommand.commandLine(context, List.of(args)).execute(args);
  }

  private static void explain(Interruption interruption, PrintWriter err) {
    interruption.hint().ifPresent(hint -> err.print("\nperf-triage: interrupted; " + hint + "\n"));
    err.flush();
  }

  /** What the launcher found out about standard output; picocli's guess without it. */
  private static Terminal terminal(Map<String, String> environment) {
    String columns = System.getProperty("perftriage.columns");
    boolean interactive =
        columns == null ? CommandLine.Help.Ansi.AUTO.enabled() : !columns.isEmpty();
    return Terminal.of(interactive, columns, environment);
  }
}
