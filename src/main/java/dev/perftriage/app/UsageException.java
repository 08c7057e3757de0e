package dev.perftriage.app;

/** A command line that cannot be carried out as it is: options that contradict each other. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A mistake in the command line.
   *
   * @param message a sentence for the user: what is wrong, and what to give instead
   */
  public UsageException(String message) {
    super(message);
  }

  /** A mistake in the command line that another failure shows. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
