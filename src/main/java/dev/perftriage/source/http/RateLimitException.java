package dev.perftriage.source.http;

import dev.perftriage.model.DataException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service rejects requests until its rate limit is reset. */
public final class RateLimitException extends DataException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String resetTime;

  RateLimitException(String message, @Nullable String resetTime) {
    super(message);
    this.resetTime = resetTime;
  }

  /** When the limit is reset, such as {@code 14:05 UTC}; empty if the service does not say. */
  public Optional<String> resetTime() {
    return Optional.ofNullable(resetTime);
  }
}
