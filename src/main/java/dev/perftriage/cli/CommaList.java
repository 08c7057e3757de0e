package dev.perftriage.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of an option that takes several: a comma within a regular expression is none. */
final class CommaList {

  private static final Pattern VALUE =
      Pattern.compile("\\G(\\s*!?\\s*/.*?(?<!\\\\)/\\s*(?=,|\\z)|[^,]*)(,|\\z)", Pattern.DOTALL);

  private CommaList() {}

  static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(text);
    boolean more = true;
    while (more && value.find()) {
      values.add(value.group(1));
      more = !value.group(2).isEmpty();
    }
    return values;
  }
}
