package dev.perftriage.cli;

import java.util.regex.Pattern;

/** Keeps the passwords in URLs from being printed. */
final class Passwords {

  private static final Pattern USER =
      Pattern.compile("(?<=://|^)[^/?#\\s'\"]*:[^/?#\\s'\"]*@|(?<=://)[^/?#\\s'\"]*@");

  private Passwords() {}

  /** A text with {@code …@} for the user and password of each URL in it. */
  static String hidden(String text) {
    return text.indexOf('@') < 0 ? text : USER.matcher(text).replaceAll("…@");
  }
}
