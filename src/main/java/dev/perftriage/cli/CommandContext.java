package dev.perftriage.cli;

import dev.perftriage.app.Diagnostics;
import dev.perftriage.app.LogReader;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.report.PlainText;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment of a command: everything outside the program except the services.
 *
 * @param output standard output for results; standard error for progress, notes and errors
 * @param in standard input: a log or response, for commands told to read it
 * @param directory the working directory, which paths on the command line are relative to
 * @param clock the clock for the current day
 * @param environment the environment variables
 * @param terminal the properties of standard output
 * @param progressOnTerminal whether standard error is a terminal
 * @param firstRetryWait the wait before the first retry of a failed request
 * @param withNotes whether notes are printed
 * @param interruption the message for an interrupted program
 */
record CommandContext(
    Output output,
    InputStream in,
    Path directory,
    Clock clock,
    Map<String, String> environment,
    Terminal terminal,
    boolean progressOnTerminal,
    Duration firstRetryWait,
    boolean withNotes,
    Interruption interruption) {

  /** The current day, in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Reads logs from the working directory and standard input. */
  LogReader logs() {
    return new LogReader(directory, in);
  }

  /** Reports on standard error what readers of a result should know. */
  Diagnostics diagnostics() {
    return new Diagnostics(this::note, this::error);
  }

  /** Prints a result. */
  void print(String text) {
    output.results().print(text);
  }

  /** Shows a long result by the pager; prints it where there is none. */
  void page(String text) {
    Optional<Pager> pager = output.pager();
    if (pager.isEmpty()) {
      print(text);
      return;
    }
    output.results().flush();
    try {
      pager.get().show(text);
    } catch (IOException e) {
      if (pager.get().isChosen()) {
        note(
            "the pager '%s', set by PAGER, cannot be started: %s; printing without it"
                .formatted(pager.get().command(), IoReasons.of(e)));
      }
      print(text);
    }
  }

  /**
   * Prints an error on standard error, on one line, so that untrusted text in it cannot control the
   * terminal.
   */
  void error(String sentence) {
    output.messages().println("perf-triage: " + PlainText.onOneLine(sentence));
  }

  /** Notes the parameters of a pasted address that have no effect. */
  void noteUnapplied(RevisionPair pasted) {
    noteUnapplied(pasted.filters().unapplied());
  }

  /** Notes them for a command that does not filter: those of filters have no effect either. */
  void noteUnfiltered(RevisionPair pasted) {
    noteUnapplied(
        Stream.concat(pasted.filters().filtering().stream(), pasted.filters().unapplied().stream())
            .toList());
  }

  private void noteUnapplied(List<String> unapplied) {
    if (!unapplied.isEmpty()) {
      note("not applied from the address: " + String.join(", ", unapplied));
    }
  }

  /** Prints a note, which does not affect the result, on standard error. */
  void note(String sentence) {
    if (withNotes) {
      error("note: " + sentence);
    }
  }

  /** Prints the command that usually follows this one, on standard error. */
  void next(String command) {
    if (withNotes) {
      error("next: " + command);
    }
  }

  /** The same environment, without notes. */
  CommandContext withoutNotes() {
    return new CommandContext(
        output,
        in,
        directory,
        clock,
        environment,
        terminal,
        progressOnTerminal,
        firstRetryWait,
        false,
        interruption);
  }
}
