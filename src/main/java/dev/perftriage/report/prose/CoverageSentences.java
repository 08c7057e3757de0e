package dev.perftriage.report.prose;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Coverage.HalfMeasured;
import dev.perftriage.model.Coverage.MissingComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about the merges of a range that have no comparison of their own. */
public record CoverageSentences(Coverage coverage, Markup markup) {

  /** The maximum number of named benchmarks. */
  private static final int MOST_NAMES = 4;

  /** The sentences; none if every merge has a comparison of its own. */
  public List<String> all() {
    List<String> sentences = new ArrayList<>();
    if (coverage.askedEnd() != null && !coverage.isEndLeftOut()) {
      sentences.add(
          """
          The requested end %s has no data yet; \
          the range ends at the last measured merge before it.\
          """
              .formatted(coverage.askedEnd().shortened()));
    }
    coverage.gaps().forEach(gap -> sentences.add(gap(gap)));
    sentences.addAll(halfMeasured());
    coverage.missing().forEach(missing -> sentences.add(missing(missing)));
    if (coverage.wholeMissing() != null) {
      sentences.add("The summary is missing: " + reason(coverage.wholeMissing()) + ".");
    }
    return sentences;
  }

  private String gap(Gap gap) {
    String end = name(gap.end());
    if (gap.unmeasured().isEmpty()) {
      return "The comparison of " + end + " spans several merges; those before it have no data.";
    }
    int count = gap.unmeasured().size();
    String unmeasured = gap.unmeasured().stream().map(this::name).collect(Collectors.joining(", "));
    return "The comparison of %s spans %s merges: %s %s own."
        .formatted(
            end,
            count + 1,
            unmeasured,
            count == 1 ? "has no data of its" : "have no data of their");
  }

  /** The sentences about merges that were measured only in part. */
  public List<String> halfMeasured() {
    return coverage.halfMeasured().stream().map(this::halfMeasured).toList();
  }

  private String halfMeasured(HalfMeasured half) {
    return "%s was measured in part: it has %s of %s test cases%s.%s"
        .formatted(
            name(half.merge()),
            half.testCases(),
            half.usual(),
            half.benchmarks().isEmpty() ? "" : " and lacks " + benchmarks(half.benchmarks()),
            half.isLeftOut() ? " The range ends before it; the next report will have it." : "");
  }

  private String benchmarks(List<String> names) {
    String first =
        names.stream().limit(MOST_NAMES).map(markup::code).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? first + " and " + (names.size() - MOST_NAMES) + " more"
        : first;
  }

  private String missing(MissingComparison missing) {
    return "The comparison of %s is missing: %s."
        .formatted(name(missing.end()), reason(missing.reason()));
  }

  private String reason(String reason) {
    return markup.words(PlainText.onOneLine(reason));
  }

  private String name(Merge merge) {
    String commit = markup.code(merge.sha().shortened());
    Integer pr = merge.pr();
    return pr == null ? commit : markup.pull(pr) + " (" + commit + ")";
  }
}
