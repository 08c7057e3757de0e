package dev.perftriage.source.http;

import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The site has no data for one of the two artifacts of a comparison. */
public final class NotMeasuredException extends DataException {

  private static final long serialVersionUID = 1L;
  private static final Pattern MISSING =
      Pattern.compile("could not find (start|end) commit(?:.*?\\b(" + Sha.FULL + ")\\b)?");

  private final @Nullable String side;
  private final @Nullable String sha;

  private NotMeasuredException(String message, @Nullable String side, @Nullable String sha) {
    super(message);
    this.side = side;
    this.sha = sha;
  }

  /** The exception for an error message of the site; empty if it reports something else. */
  static Optional<NotMeasuredException> of(String words, String message) {
    Matcher missing = MISSING.matcher(words);
    return missing.find()
        ? Optional.of(new NotMeasuredException(message, missing.group(1), missing.group(2)))
        : Optional.empty();
  }

  /** The end of a query that the site has no data for, judging by its error message. */
  public Bound missingOf(ComparisonQuery query) {
    Bound start = query.start();
    Bound end = query.end();
    boolean isStart =
        start.value().equals(sha) || (!end.value().equals(sha) && "start".equals(side));
    return isStart ? start : end;
  }
}
