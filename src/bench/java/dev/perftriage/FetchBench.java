package dev.perftriage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a week takes from services that delay every answer by 200 ms, beside what the delays
 * alone must cost: {@code src/bench/run fetch} prints a table.
 */
public final class FetchBench {

  private static final Path SAMPLE = Path.of("samples/2025-11-03").toAbsolutePath();
  private static final String LAUNCHER = Path.of("perf-triage").toAbsolutePath().toString();
  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final Duration DELAY = Duration.ofMillis(200);
  private static final int COMPARISONS = 37;
  private static final double ALLOWANCE = 1.3;
  private static final int RUNS = 5;

  private FetchBench() {}

  /** Runs the benchmark on the launcher, once it has prepared itself for this Java. */
  public static void main(String[] args) throws IOException {
    Program.in(Path.of("target").toAbsolutePath()).run(LAUNCHER, "--version");
    double own =
        median(List.of("report", "--offline", "--store", SAMPLE.toString(), "-q", "-o", "-"));
    print("36 merges from the store: %.2f s%n%n", own);
    print("| jobs | bound, s | taken, s |%n| ---: | ---: | ---: |%n");
    for (int jobs : new int[] {1, 3, 6, 8, 16}) {
      try (FakeServices services = new FakeServices(SAMPLE)) {
        services.delay(DELAY);
        List<String> command =
            new ArrayList<>(
                List.of("report", "--start", START, "--no-store", "-q", "-o", "-", "--jobs"));
        command.add(Integer.toString(jobs));
        command.addAll(services.options());
        int rounds = (COMPARISONS + jobs - 1) / jobs;
        double bound = ALLOWANCE * rounds * DELAY.toMillis() / 1000 + own;
        print("| %d | %.2f | %.2f |%n", jobs, bound, median(command));
      }
    }
  }

  private static double median(List<String> arguments) throws IOException {
    double[] seconds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      Path directory = Files.createTempDirectory("fetch-bench");
      long start = System.nanoTime();
      Program.Result result =
          Program.in(directory)
              .run(Stream.concat(Stream.of(LAUNCHER), arguments.stream()).toList());
      seconds[run] = (System.nanoTime() - start) / 1e9;
      if (result.exitCode() != 0) {
        throw new IllegalStateException(result.err());
      }
      remove(directory);
    }
    Arrays.sort(seconds);
    return seconds[RUNS / 2];
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
