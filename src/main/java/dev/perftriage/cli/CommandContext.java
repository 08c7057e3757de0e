package dev.perftriage.cli;

import dev.perftriage.app.Diagnostics;
import dev.perftriage.app.LogReader;
import dev.perftriage.report.PlainText;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Everything that a command may touch outside the program, besides the services.
 *
 * @param out standard output: results
 * @param err standard error: progress, notes and errors
 * @param in standard input: a log, where a command is told to read it
 * @param directory the working directory that paths of the command line are relative to
 * @param clock tells the day
 * @param environment the environment variables
 * @param terminal what standard output is
 * @param progressOnTerminal whether a person looks at standard error
 * @param firstRetryWait how long a failed request waits before it is tried again, at first
 * @param interruption what is said when the program is interrupted
 */
record CommandContext(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    Path directory,
    Clock clock,
    Map<String, String> environment,
    Terminal terminal,
    boolean progressOnTerminal,
    Duration firstRetryWait,
    Interruption interruption) {

  /** The day, in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Reads logs from the working directory and standard input. */
  LogReader logs() {
    return new LogReader(directory, in);
  }

  /** Says on standard error what a reader of a result should know. */
  Diagnostics diagnostics() {
    return new Diagnostics(this::note, this::error);
  }

  /** Prints a result. */
  void print(String text) {
    out.print(text);
  }

  /** Says on standard error what went wrong; words of others in it cannot reach the terminal. */
  void error(String sentence) {
    err.println("perf-triage: " + PlainText.onOneLine(sentence));
  }

  /** Says something on standard error that changes nothing in the result. */
  void note(String sentence) {
    error("note: " + sentence);
  }
}
