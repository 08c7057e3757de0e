package dev.perftriage.report;

import dev.perftriage.model.Coverage;
import dev.perftriage.model.Coverage.Gap;
import dev.perftriage.model.Merge;
import dev.perftriage.model.MissingComparison;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a report does not cover merge by merge, as sentences. */
public final class CoverageSentences {

  private final Function<Merge, String> name;
  private final UnaryOperator<String> quote;

  private CoverageSentences(Function<Merge, String> name, UnaryOperator<String> quote) {
    this.name = name;
    this.quote = quote;
  }

  /**
   * The sentences; none where everything is covered merge by merge.
   *
   * @param name how the format at hand names a merge
   * @param quote how it makes the words of servers and proxies safe
   */
  public static List<String> of(
      Coverage coverage, Function<Merge, String> name, UnaryOperator<String> quote) {
    return new CoverageSentences(name, quote).all(coverage);
  }

  private List<String> all(Coverage coverage) {
    List<String> sentences = new ArrayList<>();
    if (coverage.askedEnd() != null) {
      sentences.add(
          "The requested end "
              + Sha.shortened(coverage.askedEnd())
              + " has no data yet; the range ends at the last measured merge before it.");
    }
    coverage.gaps().forEach(gap -> sentences.add(gap(gap)));
    coverage.missing().forEach(missing -> sentences.add(missing(missing)));
    if (coverage.wholeMissing() != null) {
      sentences.add("The summary is missing: " + reason(coverage.wholeMissing()) + ".");
    }
    return sentences;
  }

  private String gap(Gap gap) {
    String end = name.apply(gap.end());
    if (gap.unmeasured().isEmpty()) {
      return "The comparison of " + end + " spans several merges; those before it have no data.";
    }
    int count = gap.unmeasured().size();
    String unmeasured = gap.unmeasured().stream().map(name).collect(Collectors.joining(", "));
    return "The comparison of "
        + end
        + " spans "
        + (count + 1)
        + " merges: "
        + unmeasured
        + (count == 1 ? " has" : " have")
        + " no data of "
        + (count == 1 ? "its" : "their")
        + " own.";
  }

  private String missing(MissingComparison missing) {
    return "The comparison of "
        + name.apply(missing.end())
        + " is missing: "
        + reason(missing.reason())
        + ".";
  }

  private String reason(String reason) {
    return quote.apply(PlainText.onOneLine(reason));
  }
}
