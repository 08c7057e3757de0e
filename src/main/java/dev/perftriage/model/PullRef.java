package dev.perftriage.model;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a pull request of rust-lang/rust.
 *
 * @param number its number, above 0
 */
public record PullRef(int number) {

  /** What precedes the number in a reference, as part of a regular expression. */
  public static final String BEFORE_NUMBER =
      "(?:(?:rust-lang/rust)?#|https://github\\.com/rust-lang/rust/pull/)";

  /**
   * A pull request given by number or address, as a regular expression whose only group is the
   * number.
   */
  static final String NAME =
      "(?:pr:#?|(?:rust-lang/rust)?#|(?:https?://)?(?:www\\.)?github\\.com/rust-lang/rust/pull/"
          + "(?=\\d+(?:[/?#]|$)))([1-9]\\d{0,8})(?:(?<=/pull/\\d{1,9})[/?#].*)?";

  private static final String REPOSITORY = "https://github.com/rust-lang/rust/";
  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(REPOSITORY) + "(?:pull|issues)/(\\d{1,9})(?=$|[/?#])");

  /** The number of the pull request or issue that an address links to; empty for any other text. */
  public static OptionalInt numberIn(String address) {
    Matcher link = LINK.matcher(address);
    return link.lookingAt() ? OptionalInt.of(Integer.parseInt(link.group(1))) : OptionalInt.empty();
  }

  /** The address of its page on GitHub. */
  public String address() {
    return REPOSITORY + "pull/" + number;
  }

  /** Its number as people write it, such as {@code #148040}. */
  @Override
  public String toString() {
    return "#" + number;
  }
}
