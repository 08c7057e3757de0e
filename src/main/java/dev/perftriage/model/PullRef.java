package dev.perftriage.model;

/**
 * A reference to a pull request of rust-lang/rust.
 *
 * @param number its number, above 0
 */
public record PullRef(int number) {

  /** What precedes the number where people refer to one, as part of a regular expression. */
  public static final String BEFORE_NUMBER =
      "(?:(?:rust-lang/rust)?#|https://github\\.com/rust-lang/rust/pull/)";

  /**
   * What people name one by alone, a number or an address, as a regular expression whose only group
   * is the number.
   */
  static final String NAME =
      "(?:pr:#?|#|(?:https?://)?(?:www\\.)?github\\.com/rust-lang/rust/pull/"
          + "(?=\\d+(?:[/?#]|$)))([1-9]\\d{0,8})(?:(?<=/pull/\\d{1,9})[/?#].*)?";

  private static final String ADDRESS = "https://github.com/rust-lang/rust/pull/";

  /** Its page. */
  public String address() {
    return ADDRESS + number;
  }

  /** Its number as people write it, such as {@code #148040}. */
  @Override
  public String toString() {
    return "#" + number;
  }
}
