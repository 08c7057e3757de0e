package dev.perftriage.source.http;

import dev.perftriage.model.DataException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The site has no data for one of the two artifacts of a comparison. */
public final class NotMeasuredException extends DataException {

  private static final long serialVersionUID = 1L;
  private static final Pattern MISSING =
      Pattern.compile("could not find (start|end) commit(?:.*?\\b([0-9a-f]{40})\\b)?");

  private final @Nullable String side;
  private final @Nullable String sha;

  private NotMeasuredException(String message, @Nullable String side, @Nullable String sha) {
    super(message);
    this.side = side;
    this.sha = sha;
  }

  /** The exception that the site's words amount to; empty where they say something else. */
  static Optional<NotMeasuredException> of(String words, String message) {
    Matcher missing = MISSING.matcher(words);
    return missing.find()
        ? Optional.of(new NotMeasuredException(message, missing.group(1), missing.group(2)))
        : Optional.empty();
  }

  /** The one of two commits that the site has no data for, as far as its words tell. */
  public String missingOf(String start, String end) {
    if (start.equals(sha) || end.equals(sha)) {
      return start.equals(sha) ? start : end;
    }
    return "start".equals(side) ? start : end;
  }
}
