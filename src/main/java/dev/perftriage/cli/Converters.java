package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRule;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line as the program's types. */
final class Converters {

  private Converters() {}

  /** Any name is a metric, known or not. */
  static final class OfMetric implements ITypeConverter<Metric> {
    @Override
    public Metric convert(String word) {
      if (word.isBlank()) {
        throw new TypeConversionException("a metric needs a name, such as instructions:u");
      }
      return new Metric(word.strip());
    }
  }

  /** A day as {@code YYYY-MM-DD}. */
  static final class OfDate implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String word) {
      try {
        return LocalDate.parse(word);
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + word + "' is not a date such as 2025-11-03");
      }
    }
  }

  /** A GitHub login, with or without the sign that mentions it. */
  static final class OfLogin implements ITypeConverter<String> {

    private static final Pattern LOGIN = Pattern.compile("@?[A-Za-z0-9-]{1,39}");

    @Override
    public String convert(String word) {
      if (!LOGIN.matcher(word).matches()) {
        throw new TypeConversionException("'" + word + "' is not a GitHub login");
      }
      return word.replace("@", "");
    }
  }

  /** The number of a pull request, with or without its sign. */
  static final class OfPull implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
      if (!word.matches("#?[1-9]\\d{0,8}")) {
        throw new TypeConversionException(
            "'" + word + "' is not a pull request number such as 148202");
      }
      return Integer.valueOf(word.replace("#", ""));
    }
  }

  /** A commit within an address, by as much of its SHA as git gives at least. */
  static final class OfCommit implements ITypeConverter<String> {

    private static final Pattern SHA = Pattern.compile("[0-9a-fA-F]{7,40}");

    @Override
    public String convert(String word) {
      if (!SHA.matcher(word).matches()) {
        throw new TypeConversionException(
            "'" + word + "' is not a SHA of 7 to 40 hexadecimal digits");
      }
      return word;
    }
  }

  /** A rule that logs are checked by. */
  static final class OfRule implements ITypeConverter<LogRule> {
    @Override
    public LogRule convert(String word) {
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
  }

  /**
   * A revision where a list of words, or a word that may be something else, is taken.
   *
   * @throws UsageException for a word that is none
   */
  static Revision revision(String parameter, String word) {
    try {
      return Revision.parse(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(parameter + ": " + e.getMessage(), e);
    }
  }

  /** A revision, in any form. */
  static final class OfRevision implements ITypeConverter<Revision> {
    @Override
    public Revision convert(String word) {
      try {
        return Revision.parse(word);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
