package dev.perftriage.cli;

import dev.perftriage.app.ExplainedMerge;
import dev.perftriage.app.UsageException;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRule;
import dev.perftriage.model.Metric;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.Revision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts words of the command line. All but one throw {@link TypeConversionException} for an
 * invalid word.
 */
final class Converters {

  private static final Pattern PULL = Pattern.compile("(#|pr:)?([1-9]\\d{0,8})");
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;
  private static final Pattern COMMIT = Pattern.compile("\\p{XDigit}{7,40}");

  private Converters() {}

  /** A metric: any name that is not blank. */
  static Metric metric(String word) {
    if (word.isBlank()) {
      throw new TypeConversionException("a metric needs a name, such as instructions:u");
    }
    return new Metric(word.strip());
  }

  /** A day as {@code YYYY-MM-DD}, with a year of four digits. */
  static LocalDate date(String word) {
    try {
      LocalDate date = LocalDate.parse(word);
      if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
        throw new DateTimeException("out of range");
      }
      return date;
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + word + "' is not a date such as 2025-11-03");
    }
  }

  /** A whole number. */
  static int wholeNumber(String word) {
    try {
      return Integer.parseInt(word.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + word + "' is not a whole number, such as 10");
    }
  }

  /** Whether an option without a value is given: {@code true} or {@code false} in settings. */
  static boolean flag(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new TypeConversionException(
              "'" + word + "' is neither true nor false; on the command line, omit the value");
    };
  }

  /** A maximum number of at least 1, or {@code all}. */
  static int limit(String word) {
    if (word.strip().equalsIgnoreCase("all")) {
      return Integer.MAX_VALUE;
    }
    if (!word.strip().matches("0*[1-9]\\d{0,8}")) {
      throw new TypeConversionException("'" + word + "' is neither a number from 1 nor all");
    }
    return Integer.parseInt(word.strip());
  }

  /** A GitHub login, with or without a leading {@code @}. */
  static String login(String word) {
    if (!word.matches("@?[A-Za-z0-9-]{1,39}")) {
      throw new TypeConversionException("'" + word + "' is not a GitHub login");
    }
    return word.replace("@", "");
  }

  /** The number of a pull request, with or without a leading {@code #}. */
  static int pull(String word) {
    if (!word.matches("#?[1-9]\\d{0,8}")) {
      throw new TypeConversionException(
          "'" + word + "' is not a pull request number such as 148202");
    }
    return Integer.parseInt(word.replace("#", ""));
  }

  /** A pull request as {@code 1}, {@code #1}, {@code pr:1}, {@code rust-lang/rust#1} or URL. */
  static PullRef pullRequest(String word) {
    Matcher pull = PULL.matcher(word.replaceFirst("^rust-lang/rust(?=#)", ""));
    OptionalInt number =
        pull.matches()
            ? OptionalInt.of(Integer.parseInt(pull.group(2)))
            : PullRef.numberIn(word.replaceFirst("^(?:https?://)?(?:www\\.)?", "https://"));
    return new PullRef(
        number.orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + word + "' is not a pull request: give its number, #1, pr:1 or its URL")));
  }

  /** A commit for a URL: 7 digits, as git abbreviates SHAs, or more. */
  static String commit(String word) {
    if (!COMMIT.matcher(word).matches()) {
      throw new TypeConversionException(
          "'" + word + "' is not a SHA of 7 to 40 hexadecimal digits");
    }
    return word;
  }

  /** A merge as {@code #1}, {@code pr:1}, {@code 1} or a SHA of seven digits or more. */
  static ExplainedMerge merge(String word) {
    Matcher pull = PULL.matcher(word);
    boolean isPull = pull.matches();
    boolean isCommit = COMMIT.matcher(word).matches();
    if (!isPull && !isCommit) {
      throw new TypeConversionException(
          "'"
              + word
              + "' is not a merge: give a pull request as 1, #1 or pr:1, or a commit SHA of 7"
              + " digits or more.");
    }
    return new ExplainedMerge(
        word,
        isPull ? Optional.of(Integer.valueOf(pull.group(2))) : Optional.empty(),
        isCommit ? Optional.of(word.toLowerCase(Locale.ROOT)) : Optional.empty());
  }

  /** A rule of the log check, by name. */
  static LogRule rule(String word) {
    return LogCheck.rule(word.strip())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown rule '"
                        + word
                        + "'; expected one of "
                        + LogCheck.RULES.stream()
                            .map(LogRule::name)
                            .collect(Collectors.joining(", "))));
  }

  /** A revision, in any form. */
  static Revision revision(String word) {
    try {
      return Revision.parse(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * A revision, for a parameter that accepts other words, too; throws {@link UsageException} for an
   * invalid one.
   */
  static Revision revision(String parameter, String word) {
    try {
      return Revision.parse(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(parameter + ": " + e.getMessage(), e);
    }
  }

  /**
   * The enum constant with this name, ignoring case, unlike picocli's converter, which accepts and
   * lists upper-case names.
   */
  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + word + "' is not one of " + String.join(", ", words(type))));
  }

  /** The lower-case names of an enum's constants. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
