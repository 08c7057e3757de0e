package dev.perftriage.report.prose;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Coverage.MissingComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about the merges of a range that have no comparison of their own. */
public record CoverageSentences(Coverage coverage, Markup markup) {

  /** The sentences; none if every merge has a comparison of its own. */
  public List<String> all() {
    List<String> sentences = new ArrayList<>();
    if (coverage.askedEnd() != null) {
      sentences.add(
          """
          The requested end %s has no data yet; \
          the range ends at the last measured merge before it.\
          """
              .formatted(coverage.askedEnd().shortened()));
    }
    coverage.gaps().forEach(gap -> sentences.add(gap(gap)));
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
