package dev.perftriage.analysis.scope;

import dev.perftriage.model.TestCase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of benchmarks as people write them. */
public final class BenchmarkName {

  private static final Pattern VERSION = Pattern.compile("-\\d+\\.\\d[^-]*");
  private static final Pattern VARIANT = Pattern.compile("-(?:new-solver|threads\\d+)$");

  private BenchmarkName() {}

  /** A benchmark's name without its version: {@code typenum-new-solver}. */
  public static String family(TestCase testCase) {
    return VERSION.matcher(testCase.benchmark()).replaceFirst("");
  }

  /** The site's variant of a crate, with its hyphen: {@code -new-solver}; empty for most. */
  static Optional<String> variant(TestCase testCase) {
    Matcher variant = VARIANT.matcher(testCase.benchmark());
    return variant.find() ? Optional.of(variant.group()) : Optional.empty();
  }

  /** A test case without the version of its benchmark: {@code syn opt full}. */
  public static String shortened(TestCase testCase) {
    return family(testCase) + testCase.toString().substring(testCase.benchmark().length());
  }
}
