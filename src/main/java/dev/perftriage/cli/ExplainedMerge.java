package dev.perftriage.cli;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.app.AnalyzedRange;
import dev.perftriage.app.Annotator;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.text.TextExplanation;
import dev.perftriage.report.text.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A merge as the command line names it.
 *
 * @param text as it was typed
 * @param pull the number of its pull request; empty where it is named by its commit alone
 * @param commit the beginning of its SHA; empty where it is named by its pull request alone
 */
record ExplainedMerge(String text, Optional<Integer> pull, Optional<String> commit) {

  private static final Pattern PULL = Pattern.compile("(#|pr:)?([1-9]\\d{0,8})");
  private static final Pattern COMMIT = Pattern.compile("\\p{XDigit}{7,40}");

  /**
   * The comparison with the merge before it; a number is taken for a pull request first.
   *
   * @param steps the range's comparisons
   * @return empty where it is none of them, or could be several
   */
  private Optional<ComparisonSummary> among(List<ComparisonSummary> steps) {
    Optional<ComparisonSummary> merged =
        steps.stream()
            .filter(step -> pull.isPresent() && pull.get().equals(step.after().pr()))
            .findFirst();
    if (merged.isPresent() || commit.isEmpty()) {
      return merged;
    }
    List<ComparisonSummary> found =
        steps.stream().filter(step -> step.after().commit().startsWith(commit.get())).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * Prints the evidence on the merge.
   *
   * @return the exit code
   */
  int print(AnalyzedRange week, Annotator annotator, TextStyle style, Surroundings surroundings) {
    surroundings.interruption().over();
    TriageWeek verdicts = week.verdicts();
    Coverage coverage = verdicts.coverage();
    Optional<ComparisonSummary> step = among(verdicts.steps());
    if (step.isEmpty()) {
      surroundings.error(notFound(coverage.start(), coverage.end()));
    } else {
      // With the entries, so that what is known of reverts is what the report knows.
      List<ComparisonSummary> asked =
          Stream.concat(step.stream(), verdicts.entries().stream()).distinct().toList();
      Annotations annotations =
          annotator.annotate(week.course().orElseThrow(), asked, verdicts.metric());
      surroundings.out().print(TextExplanation.render(annotations, step.get(), style));
    }
    if (!coverage.isComplete()) {
      Notes.onCoverage(coverage, surroundings);
    }
    return step.isPresent() && coverage.isComplete() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  private String notFound(String start, String end) {
    return "--explain: "
        + text
        + " is not a measured merge in the range "
        + Sha.shortened(start)
        + ".."
        + Sha.shortened(end)
        + "; choose another range with --start and --end";
  }

  /** Reads {@code #1}, {@code pr:1}, {@code 1} and SHAs of seven digits or more. */
  static final class Converter implements ITypeConverter<ExplainedMerge> {
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
}
