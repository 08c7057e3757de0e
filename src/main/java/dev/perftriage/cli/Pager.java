package dev.perftriage.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The program that shows long text on a terminal, chosen as git does: {@code PAGER}, else {@code
 * less}; none if {@code PAGER} is empty or {@code cat}.
 *
 * @param environment the environment variables
 */
record Pager(Map<String, String> environment) {

  private static final String VARIABLE = "PAGER";

  /** What git hands to a shell rather than starting it itself. */
  private static final Pattern NEEDS_SHELL = Pattern.compile("[|&;<>()$`\\\\\"' \t\n*?\\[#~=%]");

  /** The exit codes of a shell that cannot start a program; larger ones are signals. */
  private static final List<Integer> NOT_STARTED = List.of(126, 127);

  /** Less quits if the text fits the screen, keeps colours, and leaves the text on the screen. */
  private static final Map<String, String> DEFAULTS = Map.of("LESS", "FRX", "LV", "-c");

  /** Whether text is to be shown by a pager. */
  boolean isWanted() {
    return !command().isBlank() && !command().equals("cat");
  }

  /** Whether the user has chosen the pager. */
  boolean isChosen() {
    return environment.containsKey(VARIABLE);
  }

  String command() {
    return environment.getOrDefault(VARIABLE, "less").strip();
  }

  /**
   * Shows text until the user quits the pager.
   *
   * @throws IOException if the pager cannot be started; then it has shown nothing
   */
  void show(String text) throws IOException {
    boolean withShell = NEEDS_SHELL.matcher(command()).find();
    ProcessBuilder builder =
        new ProcessBuilder(withShell ? List.of("sh", "-c", command()) : List.of(command()))
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    DEFAULTS.forEach(builder.environment()::putIfAbsent);
    Process process = builder.start();
    // An interrupt ends Java but not the pager, which must not lose the terminal to the shell.
    Thread atEnd = new Thread(() -> await(process));
    Runtime.getRuntime().addShutdownHook(atEnd);
    write(text, process);
    int exitCode = await(process);
    Runtime.getRuntime().removeShutdownHook(atEnd);
    if (NOT_STARTED.contains(exitCode)) {
      throw new IOException("the shell cannot start it");
    }
  }

  private void write(String text, Process process) {
    Writer utf8 = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    try (Writer out = new PlainWriter(AsciiMarks.on(utf8, environment), true)) {
      out.write(text);
    } catch (IOException e) {
      // The user quit before the end.
      return;
    }
  }

  private static int await(Process process) {
    Optional<Integer> exitCode = Optional.empty();
    while (exitCode.isEmpty()) {
      try {
        exitCode = Optional.of(process.waitFor());
      } catch (InterruptedException e) {
        // Nothing interrupts this thread; the pager still has the terminal.
      }
    }
    return exitCode.get();
  }
}
