package dev.perftriage.app;

/** Thrown for a command line that cannot be executed, such as contradicting options. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A mistake in the command line.
   *
   * @param message a sentence for the user: what is wrong, and how to correct it
   */
  public UsageException(String message) {
    super(message);
  }

  /** A mistake in the command line that another exception revealed. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
