package dev.perftriage.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
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
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    Path directory,
    Clock clock,
    Map<String, String> environment,
    Terminal terminal) {

  /** The same with nothing on standard input. */
  Surroundings(
      PrintWriter out,
      PrintWriter err,
      Path directory,
      Clock clock,
      Map<String, String> environment,
      Terminal terminal) {
    this(out, err, InputStream.nullInputStream(), directory, clock, environment, terminal);
  }
}
