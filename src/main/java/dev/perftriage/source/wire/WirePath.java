package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import org.jspecify.annotations.Nullable;

/** The path to the value that is being read, such as {@code a.pr}, and the errors that name it. */
final class WirePath {

  /** No payload has fields of interest at a greater depth. */
  static final int DEEPEST = 8;

  private final String origin;
  private final String meaning;
  private final String form;
  private final @Nullable String[] fields = new String[DEEPEST];
  private final int[] indexes = new int[DEEPEST];
  private int depth;

  WirePath(String origin, String meaning, String form) {
    this.origin = origin;
    this.meaning = meaning;
    this.form = form;
  }

  /** How many objects and lists are open. */
  int depth() {
    return depth;
  }

  void enter() {
    depth++;
    fields[depth] = null;
    indexes[depth] = -1;
  }

  void leave() {
    depth--;
  }

  void toField(@Nullable String name) {
    fields[depth] = name;
  }

  void toNextElement() {
    indexes[depth]++;
  }

  /** The value has the wrong type; {@code wanted} is the right one, with its article. */
  DataException wrong(String wanted) {
    String path = toString();
    String what = path.isEmpty() ? "not " + meaning + ": the whole" : "field " + path;
    return new DataException(origin + ": " + what + " is not " + wanted);
  }

  /** The value has the right type but is invalid. */
  DataException invalid(String how, @Nullable Exception cause) {
    return new DataException(origin + ": field " + this + " is " + how, cause);
  }

  /** The value shows that another question was answered. */
  WrongAnswerException answersOther(Object answered, Object asked) {
    return WrongAnswerException.of(origin, toString(), answered, asked);
  }

  /** The value is null. */
  DataException missing() {
    return missing(toString());
  }

  /** A part of the object or list just read, by its name or index, is null or missing. */
  DataException missingPart(String part) {
    return missing(joined(toString(), part));
  }

  private DataException missing(String field) {
    return new DataException(origin + ": not " + meaning + ", field " + field + " is missing");
  }

  /** The payload is truncated or malformed; {@code where} ends the message. */
  DataException damaged(String where, @Nullable Exception cause) {
    return new DataException(origin + ": the " + form + " is cut short or damaged" + where, cause);
  }

  /** The path; empty for the whole payload. */
  @Override
  public String toString() {
    String path = "";
    for (int level = 1; level <= depth; level++) {
      String field = fields[level];
      if (field != null) {
        path = joined(path, field);
      } else if (indexes[level] >= 0) {
        path = joined(path, "[" + indexes[level] + "]");
      }
    }
    return path;
  }

  private static String joined(String path, String step) {
    return path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step;
  }
}
