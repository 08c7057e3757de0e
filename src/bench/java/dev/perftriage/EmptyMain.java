package dev.perftriage;

/** Does nothing: what a Java program cannot go below. */
public final class EmptyMain {

  private EmptyMain() {}

  /** Ends at once. */
  public static void main(String[] args) {}
}
