package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests run. A test whose program is missing is skipped, but fails in CI. */
public final class Tools {

  private Tools() {}

  /** The path of a program whose package has the same name. */
  public static String path(String program) {
    return path(program, program);
  }

  /** The path of a program that is part of a package. */
  public static String path(String program, String packageName) {
    return path(Path.of("/usr/bin", program), "the package " + packageName);
  }

  /** A program, as a path, that comes with what is named. */
  static String path(Path program, String source) {
    boolean present = Files.isExecutable(program);
    if (System.getenv("CI") != null || System.getenv("PERF_TRIAGE_CI") != null) {
      assertThat(present).as("CI needs %s", source).isTrue();
    }
    if (!present) {
      Assumptions.abort("no " + program.getFileName() + " here (install " + source + ")");
    }
    return program.toString();
  }
}
