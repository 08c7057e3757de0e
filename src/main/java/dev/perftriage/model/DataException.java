package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * A fact that could not be had. The message is for people: what was being read and from where, what
 * happened, and what to do next.
 */
public class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A fact that is missing or is not what it should be. */
  public DataException(String message) {
    super(message);
  }

  /** A fact that is missing because of something that went wrong. */
  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
