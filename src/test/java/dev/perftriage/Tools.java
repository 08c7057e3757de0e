package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that a test runs. Where there is none the test skips, but not in CI. */
public final class Tools {

  private Tools() {}

  /** The path of a program. */
  public static String path(String name) {
    Path path = Path.of("/usr/bin", name);
    boolean present = Files.isExecutable(path);
    if (System.getenv("CI") != null || System.getenv("PERF_TRIAGE_CI") != null) {
      assertThat(present).as("CI needs the package %s", name).isTrue();
    }
    assumeTrue(present, () -> "no " + name + " here");
    return path.toString();
  }
}
