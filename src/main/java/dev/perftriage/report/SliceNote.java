package dev.perftriage.report;

import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FilterPattern;
import dev.perftriage.analysis.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The sentence that says which test cases a filter leaves, and how many it leaves out. */
public final class SliceNote {

  private SliceNote() {}

  /**
   * The sentence; empty where nothing filters. It counts where something was measured.
   *
   * @param quote how the format at hand sets off what the user wrote
   */
  public static Optional<String> of(Selection slice, UnaryOperator<String> quote) {
    if (slice.filter().isAll()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    slice
        .filter()
        .patterns()
        .forEach((criterion, patterns) -> parts.add(part(criterion, patterns, quote)));
    String count =
        slice.total() == 0 ? "" : "; " + slice.leftOut() + " of " + slice.total() + " left out";
    return Optional.of("Only test cases with " + String.join(", ", parts) + count + ".");
  }

  private static String part(
      Criterion criterion, List<FilterPattern> patterns, UnaryOperator<String> quote) {
    boolean isSize = criterion == Criterion.MIN_CHANGE;
    String wanted = alternatives(patterns, pattern -> !pattern.excludes(), quote);
    String unwanted = alternatives(patterns, FilterPattern::excludes, quote);
    String name = isSize ? "a change" : criterion.label();
    String included = (isSize ? "of " : "") + wanted + (isSize ? " or more" : "");
    String excluded = (isSize ? "below " : "not ") + unwanted;
    return name
        + (wanted.isEmpty() ? "" : " " + included)
        + (wanted.isEmpty() || unwanted.isEmpty() ? "" : " but")
        + (unwanted.isEmpty() ? "" : " " + excluded);
  }

  private static String alternatives(
      List<FilterPattern> patterns, Predicate<FilterPattern> some, UnaryOperator<String> quote) {
    return patterns.stream()
        .filter(some)
        .map(pattern -> quote.apply(pattern.word()))
        .collect(Collectors.joining(" or "));
  }
}
