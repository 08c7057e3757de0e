package dev.perftriage.report;

import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.Slice;
import dev.perftriage.analysis.Term;
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
  public static Optional<String> of(Slice slice, UnaryOperator<String> quote) {
    if (slice.filter().isAll()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    slice.filter().terms().forEach((criterion, terms) -> parts.add(part(criterion, terms, quote)));
    String count =
        slice.total() == 0 ? "" : "; " + slice.leftOut() + " of " + slice.total() + " left out";
    return Optional.of("Only test cases with " + String.join(", ", parts) + count + ".");
  }

  private static String part(Criterion criterion, List<Term> terms, UnaryOperator<String> quote) {
    boolean isSize = criterion == Criterion.MIN_CHANGE;
    String wanted = alternatives(terms, term -> !term.excludes(), quote);
    String unwanted = alternatives(terms, Term::excludes, quote);
    String name = isSize ? "a change" : criterion.label();
    String included = (isSize ? "of " : "") + wanted + (isSize ? " or more" : "");
    String excluded = (isSize ? "below " : "not ") + unwanted;
    return name
        + (wanted.isEmpty() ? "" : " " + included)
        + (wanted.isEmpty() || unwanted.isEmpty() ? "" : " but")
        + (unwanted.isEmpty() ? "" : " " + excluded);
  }

  private static String alternatives(
      List<Term> terms, Predicate<Term> some, UnaryOperator<String> quote) {
    return terms.stream()
        .filter(some)
        .map(term -> quote.apply(term.word()))
        .collect(Collectors.joining(" or "));
  }
}
