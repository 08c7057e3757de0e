package dev.perftriage.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;

/** Starts the program: the only place that touches the process around it. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    // Before the first class of msgpack-core loads: its default warns about Unsafe on new JDKs.
    System.setProperty("msgpack.universal-buffer", "true");
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    Surroundings surroundings =
        new Surroundings(
            out,
            err,
            System.in,
            Path.of(""),
            Clock.systemUTC(),
            System.getenv(),
            terminal(System.getenv()));
    int exitCode = run(args, surroundings);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /**
   * Runs the command that the arguments name.
   *
   * @return the exit code, as {@link ExitCodes} lists them
   */
  static int run(String[] args, Surroundings surroundings) {
    return PerfTriageCommand.commandLine(surroundings).execute(args);
  }

  /** UTF-8 whatever the locale is: the same input gives the same bytes everywhere. */
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** What the launcher found out about standard output; picocli's guess without it. */
  private static Terminal terminal(Map<String, String> environment) {
    String columns = System.getProperty("perftriage.columns");
    boolean interactive =
        columns == null ? CommandLine.Help.Ansi.AUTO.enabled() : !columns.isEmpty();
    return Terminal.of(interactive, columns, environment);
  }
}
