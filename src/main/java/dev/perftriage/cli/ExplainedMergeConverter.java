package dev.perftriage.cli;

import dev.perftriage.app.ExplainedMerge;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code #1}, {@code pr:1}, {@code 1} and SHAs of seven digits or more. */
final class ExplainedMergeConverter implements ITypeConverter<ExplainedMerge> {

  private static final Pattern PULL = Pattern.compile("(#|pr:)?([1-9]\\d{0,8})");
  private static final Pattern COMMIT = Pattern.compile("\\p{XDigit}{7,40}");

  @Override
  public ExplainedMerge convert(String value) {
    Matcher pull = PULL.matcher(value);
    boolean isPull = pull.matches();
    boolean isCommit = COMMIT.matcher(value).matches();
    if (!isPull && !isCommit) {
      throw new TypeConversionException(
          "'"
              + value
              + "' is not a merge: give a pull request as 1, #1 or pr:1, or a commit SHA of 7"
              + " digits or more.");
    }
    return new ExplainedMerge(
        value,
        isPull ? Optional.of(Integer.valueOf(pull.group(2))) : Optional.empty(),
        isCommit ? Optional.of(value.toLowerCase(Locale.ROOT)) : Optional.empty());
  }
}
