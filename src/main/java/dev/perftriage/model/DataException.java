package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * Missing or invalid data. The message is for the user: what was read, from where, what happened,
 * and what to do next.
 */
public class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
