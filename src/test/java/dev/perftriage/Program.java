package dev.perftriage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A program run as a process of its own. */
public final class Program {

  /** The packaged jar. */
  public static final Path JAR = Path.of("target/perf-triage.jar").toAbsolutePath();

  /** The Java that runs the tests. */
  public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

  private static final long LONGEST_SECONDS = 120;

  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  private Program(Path directory) {
    this.directory = directory;
  }

  /** A program in a folder. */
  public static Program in(Path directory) {
    return new Program(directory);
  }

  /** Sets an environment variable. */
  public Program with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The command that runs the packaged program on the Java of the tests. */
  public static List<String> java(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * The same command, which SIGINT stops even where the tests run in the background: a shell has
   * its background jobs ignore that signal, and every process inherits what its parent ignores.
   */
  public static List<String> interruptible(List<String> command) {
    List<String> wrapped =
        new ArrayList<>(List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV or die $!", "--"));
    wrapped.addAll(command);
    return wrapped;
  }

  /** Starts a command. */
  public Process start(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("stdout").toFile())
            .redirectError(directory.resolve("stderr").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PERF_TRIAGE_"));
    builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    builder.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  public Result run(List<String> command) {
    Process process = start(command);
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end");
      }
      return new Result(
          process.exitValue(),
          Files.readString(directory.resolve("stdout"), StandardCharsets.UTF_8),
          Files.readString(directory.resolve("stderr"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a command to its end. */
  public Result run(String... command) {
    return run(Arrays.asList(command));
  }

  /**
   * What a process left behind.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Result(int exitCode, String out, String err) {}
}
