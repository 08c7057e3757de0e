package dev.perftriage.source.http;

import dev.perftriage.model.DataException;

/** A service's answer is still the one that is known. */
final class NotModifiedException extends DataException {

  private static final long serialVersionUID = 1L;

  NotModifiedException(String message) {
    super(message);
  }
}
