package dev.perftriage.source.http;

import dev.perftriage.model.DataException;

/** A service rejects the token, rather than the request. */
final class RefusedTokenException extends DataException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  RefusedTokenException(String message, String reason) {
    super(message);
    this.reason = reason;
  }

  /** What the service says: the status and its words, or that single sign-on is missing. */
  String reason() {
    return reason;
  }
}
