package dev.perftriage.analysis;

import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One value of a filter criterion.
 *
 * <p>A name matches in full, ignoring case; {@code *} matches any characters and {@code ?} one.
 * Between slashes it is a regular expression that may match anywhere. A minimum change is a
 * percentage, such as {@code 1%}.
 */
public final class FilterPattern {

  private static final Pattern WILDCARD = Pattern.compile("[*?]");
  private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final String word;
  private final boolean excludes;
  private final Predicate<FilterSubject> test;

  private FilterPattern(String word, boolean excludes, Predicate<FilterSubject> test) {
    this.word = word;
    this.excludes = excludes;
    this.test = test;
  }

  /**
   * Reads a value.
   *
   * @param written the value, with a leading {@code !} to exclude
   * @throws IllegalArgumentException if the value is invalid; the message is for the user
   */
  public static FilterPattern of(FilterKey key, String written) {
    String stripped = written.strip();
    boolean excludes = stripped.startsWith("!");
    String word = excludes ? stripped.substring(1).strip() : stripped;
    if (word.isEmpty()) {
      throw new IllegalArgumentException("empty value");
    }
    if (key == Criterion.MIN_CHANGE) {
      double least =
          Percentage.fraction(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'" + word + "' is not a percentage such as 1% or 0.5%"));
      return new FilterPattern(
          word, excludes, some -> some.isComparable() && Math.abs(some.result().change()) >= least);
    }
    if (key instanceof Criterion criterion) {
      requireKnown(criterion, word);
    }
    Predicate<String> name = pattern(word).asPredicate();
    return new FilterPattern(word, excludes, some -> some.names(key).stream().anyMatch(name));
  }

  /** The text as written, without the {@code !}. */
  public String word() {
    return word;
  }

  /** Whether it excludes what it matches; otherwise it selects it. */
  public boolean excludes() {
    return excludes;
  }

  boolean matches(FilterSubject subject) {
    return test.test(subject);
  }

  private static Pattern pattern(String word) {
    if (word.startsWith("/")) {
      if (word.length() < 2 || !word.endsWith("/")) {
        throw new IllegalArgumentException(
            "'" + word + "' is not a regular expression: the closing slash is missing");
      }
      try {
        return Pattern.compile(word.substring(1, word.length() - 1), INSENSITIVE);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "'" + word + "' is not a regular expression: " + reason(e), e);
      }
    }
    StringBuilder regex = new StringBuilder("^");
    Matcher wildcards = WILDCARD.matcher(word);
    int at = 0;
    while (wildcards.find()) {
      regex.append(Pattern.quote(word.substring(at, wildcards.start())));
      regex.append(wildcards.group().equals("*") ? ".*" : ".");
      at = wildcards.end();
    }
    regex.append(Pattern.quote(word.substring(at))).append("\\z");
    return Pattern.compile(regex.toString(), INSENSITIVE | Pattern.DOTALL);
  }

  private static String reason(PatternSyntaxException error) {
    String reason = error.getDescription().toLowerCase(Locale.ROOT);
    return error.getIndex() < 0 ? reason : reason + " at character " + error.getIndex();
  }

  private static void requireKnown(Criterion criterion, String word) {
    List<String> known =
        switch (criterion) {
          case CATEGORY -> Arrays.stream(Category.values()).map(Category::label).toList();
          case ARTIFACT -> Arrays.stream(CrateKind.values()).map(CrateKind::label).toList();
          case DIRECTION -> List.of(Direction.REGRESSION.label(), Direction.IMPROVEMENT.label());
          // The site may use any name for the others.
          default -> List.of(word);
        };
    if (known.stream().noneMatch(word::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "'" + word + "' is neither " + String.join(" nor ", known));
    }
  }
}
