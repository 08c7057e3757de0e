package dev.perftriage.analysis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.perftriage.model.Category;
import dev.perftriage.model.CrateKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One value of a filter criterion.
 *
 * <p>A name matches in full, ignoring case; {@code *} matches any characters and {@code ?} one.
 * Between slashes it is a regular expression of RE2, which may match anywhere and takes time in
 * proportion to a name's length, whatever the expression. A minimum change is a percentage, such as
 * {@code 1%}.
 */
public final class FilterPattern {

  private static final Pattern WILDCARD = Pattern.compile("[*?]");
  private static final Pattern COUNT = Pattern.compile("\\{(?:\\d*,)?(\\d+),?\\}");

  /** As RE2 itself bounds the size of an expression. */
  private static final int MOST_REPETITIONS = 1000;

  private static final int DIGITS_OF_MOST_REPETITIONS = 4;

  /** What the engine puts before an expression that ignores case. */
  private static final String FLAGS = "(?i)";

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
    Predicate<String> name = names(word);
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

  private static Predicate<String> names(String word) {
    if (word.startsWith("/")) {
      return regularExpression(word);
    }
    if (!WILDCARD.matcher(word).find()) {
      return word::equalsIgnoreCase;
    }
    StringBuilder regex = new StringBuilder();
    Matcher wildcards = WILDCARD.matcher(word);
    int at = 0;
    while (wildcards.find()) {
      regex.append(Pattern.quote(word.substring(at, wildcards.start())));
      regex.append(wildcards.group().equals("*") ? ".*" : ".");
      at = wildcards.end();
    }
    regex.append(Pattern.quote(word.substring(at)));
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)::matches;
  }

  private static Predicate<String> regularExpression(String word) {
    if (word.length() < 2 || !word.endsWith("/")) {
      throw new IllegalArgumentException(
          "'" + word + "' is not a regular expression: the closing slash is missing");
    }
    String written = word.substring(1, word.length() - 1);
    if (repetitions(written) > MOST_REPETITIONS) {
      throw new IllegalArgumentException(
          "'%s' repeats a part more than %s times".formatted(word, MOST_REPETITIONS));
    }
    try {
      Pattern regex = Pattern.compile(written, Pattern.CASE_INSENSITIVE);
      return name -> regex.matcher(name).find();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + word + "' is not a regular expression: " + reason(e), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("the regular expression is nested too deeply", e);
    }
  }

  /** What is wrong, and the part that is, unless it is the whole expression. */
  private static String reason(PatternSyntaxException error) {
    String reason = error.getDescription().toLowerCase(Locale.ROOT);
    String part = error.getPattern();
    return part == null || part.startsWith(FLAGS) ? reason : reason + ": " + part;
  }

  /** How often an expression repeats a part at most: nested repetitions multiply. */
  private static int repetitions(String regex) {
    int product = 1;
    Matcher counts = COUNT.matcher(regex);
    while (counts.find() && product <= MOST_REPETITIONS) {
      String count = counts.group(1);
      boolean many = count.length() > DIGITS_OF_MOST_REPETITIONS;
      product *= many ? MOST_REPETITIONS + 1 : Math.max(1, Integer.parseInt(count));
    }
    return product;
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
