package dev.perftriage.cli;

import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import java.util.Optional;

/** The options for the two ends of a range of merges; the start may name both. */
final class RangeOptions {

  private static final String FORMS =
      ": a SHA, a date, 7d, pr:148040 or another revision (see compare --help); or both ends of the"
          + " range as A..B or by its URL on the site.";

  final Option<String> start;

  final Option<Revision> end =
      Option.revision("--end").describe("The last merge. Default: the newest measured commit.");

  private final SourceOptions source;

  private RangeOptions(Option<String> start, SourceOptions source) {
    this.start = start;
    this.source = source;
  }

  /** The options of a command that requires a start. */
  static RangeOptions required(SourceOptions source) {
    return new RangeOptions(
        builder().required().describe("The commit before the first merge" + FORMS), source);
  }

  /**
   * The options of a command that requires neither.
   *
   * @param meaning what help adds to the meaning of the start
   * @param otherwise what help says about a range without a start
   */
  static RangeOptions optional(String meaning, String otherwise, SourceOptions source) {
    return new RangeOptions(
        builder().describe("The commit before the first merge" + meaning + FORMS + otherwise),
        source);
  }

  private static Option.Builder<String> builder() {
    return Option.of(String.class, "REV", "--start");
  }

  /** Both ends, if the start names both. */
  Optional<RevisionPair> pair() {
    Optional<RevisionPair> pair =
        start.given().flatMap(word -> RevisionPair.parse(word, source::isSite));
    if (pair.isPresent() && end.given().isPresent()) {
      throw new UsageException(
          "%s %s names both ends of the range: omit %s."
              .formatted(start.name(), start.value(), end.name()));
    }
    return pair;
  }

  /** The commit before the first merge; empty if not given. */
  Optional<Revision> first() {
    return pair()
        .map(RevisionPair::start)
        .or(() -> start.given().map(word -> Converters.revision(start.name(), word)));
  }

  /** The last merge; empty if not given. */
  Optional<Revision> last() {
    return pair().map(RevisionPair::end).or(end::given);
  }
}
