package dev.perftriage.cli;

import dev.perftriage.app.CompareRun;
import dev.perftriage.app.ComparisonAddress;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Which revisions are compared: two, one with its parent, or those of a comparison's address. */
final class ComparedRevisions {

  private static final String WHAT_TO_GIVE =
      "Give two revisions, START and END, or a saved response with --input.";

  private final Option<String> startWord =
      Option.parameter(
          PositionalParamSpec.builder()
              .index("0")
              .arity("0..1")
              .paramLabel("START")
              .description(
                  "The earlier revision: a full or abbreviated SHA; a release such as 1.91.0; a"
                      + " date YYYY-MM-DD, or 7d for seven days ago; pr:148040, '#148040' or the"
                      + " URL of a pull request for its merge; latest for the newest measured"
                      + " merge. REV^ is the parent of REV, REV~2 the parent of its parent.",
                  "A single revision is compared with its parent: compare pr:148040 shows the"
                      + " effect of that pull request. The URL of a comparison on the site replaces"
                      + " START and END and names the metric."));

  private final Option<Revision> endRevision =
      Option.parameter(
          Revision.class,
          new Converters.OfRevision(),
          PositionalParamSpec.builder()
              .index("1")
              .arity("0..1")
              .paramLabel("END")
              .description("The later revision, likewise."));

  void addTo(CommandSpec command) {
    Option.add(command, startWord, endRevision);
  }

  /** Whether the command line names any. */
  boolean areGiven() {
    return start() != null;
  }

  /** Whether they are no two: neither a second one nor a comparison's address is given. */
  boolean isOne(SourceOptions source) {
    String start = start();
    return end() == null && (start == null || address(start, source).isEmpty());
  }

  /**
   * What is to be compared.
   *
   * @param metrics by what; none for what an address says, else the default
   * @param withItself whether one revision is compared with itself, rather than with its parent
   */
  CompareRun.Request request(SourceOptions source, List<Metric> metrics, boolean withItself) {
    String start = start();
    Revision end = end();
    if (start == null) {
      throw new UsageException(WHAT_TO_GIVE);
    }
    Optional<ComparisonAddress> address = end == null ? address(start, source) : Optional.empty();
    Metric usual = address.flatMap(ComparisonAddress::metric).orElse(Metric.INSTRUCTIONS);
    List<Metric> asked = metrics.isEmpty() ? List.of(usual) : metrics;
    Revision first =
        address.isPresent() ? address.get().start() : Converters.revision("START", start);
    Revision second = address.isPresent() ? address.get().end() : end;
    if (second == null && !withItself && !first.isMerge()) {
      throw new UsageException(
          "'" + start + "' is a release, which has no parent. " + WHAT_TO_GIVE);
    }
    return new CompareRun.Request(first, Optional.ofNullable(second), withItself, asked);
  }

  private @Nullable String start() {
    return startWord.valueOrNull();
  }

  private @Nullable Revision end() {
    return endRevision.valueOrNull();
  }

  private static Optional<ComparisonAddress> address(String word, SourceOptions source) {
    try {
      return ComparisonAddress.parse(word, source::isSite);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
