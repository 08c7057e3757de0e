package dev.perftriage.cli;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line as a user has it, its streams caught. */
public final class Cli {

  /** The recorded week that comes with the project. */
  public static final Path SAMPLE = Path.of("samples/2025-11-03").toAbsolutePath();

  private final Path directory;
  private final Map<String, String> environment;
  private final Terminal terminal;

  private final String input;

  private final Optional<Pager> pager;

  private Cli(
      Path directory,
      Map<String, String> environment,
      Terminal terminal,
      String input,
      Optional<Pager> pager) {
    this.directory = directory;
    this.environment = environment;
    this.terminal = terminal;
    this.input = input;
    this.pager = pager;
  }

  /** A user in a folder whose output goes to a file. */
  public static Cli in(Path directory) {
    return new Cli(directory, Map.of(), Terminal.of(false, null, Map.of()), "", Optional.empty());
  }

  /** The same user, with environment variables. */
  public Cli with(Map<String, String> newEnvironment) {
    return new Cli(directory, newEnvironment, terminal, input, pager);
  }

  /** The same user, looking at a terminal of that width. */
  public Cli atTerminal(int columns, Map<String, String> newEnvironment) {
    return new Cli(
        directory,
        newEnvironment,
        Terminal.of(true, Integer.toString(columns), newEnvironment),
        input,
        pager);
  }

  /** The same user, who pipes that into the program. */
  public Cli piping(String newInput) {
    return new Cli(directory, environment, terminal, newInput, pager);
  }

  /** The same user, whose PAGER is that. */
  public Cli paging(String command) {
    Pager shown = new Pager(Map.of("PAGER", command));
    return new Cli(directory, environment, terminal, input, Optional.of(shown));
  }

  /** Runs a command on 2025-11-05. */
  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Clock clock = Clock.fixed(Instant.parse("2025-11-05T23:30:00Z"), ZoneOffset.UTC);
    int exitCode =
        Main.run(
            arguments,
            new CommandContext(
                new Output(out, err, terminal.interactive(), pager),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                directory,
                clock,
                environment,
                terminal,
                terminal.interactive(),
                Duration.ofMillis(1),
                true,
                new Interruption()));
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** Runs a command with more arguments. */
  public Result run(List<String> more, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(more);
    return run(all.toArray(String[]::new));
  }

  /**
   * What a run left behind.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Result(int exitCode, String out, String err) {}
}
