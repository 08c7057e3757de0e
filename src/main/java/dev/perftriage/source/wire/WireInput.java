package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;

/**
 * The values of an answer, one after another as they come: no tree is built, and what nobody asks
 * for is skipped. It knows the path to where it is, so that an error names the field.
 *
 * <p>After {@link #nextField()} or {@link #nextElement()} the value must be taken, by one of the
 * methods that are named after what it should be or by {@link #skip()}. A value that is something
 * else is a {@link DataException}; bytes that end too early or follow no rule are one as well,
 * which {@link #read} sees to.
 */
abstract class WireInput {

  /** No answer has anything of interest at a greater depth. */
  static final int DEEPEST = 8;

  private final String origin;
  private final String meaning;
  private final @Nullable String[] fields = new String[DEEPEST];
  private final int[] indexes = new int[DEEPEST];
  private int depth;

  WireInput(String origin, String meaning) {
    this.origin = origin;
    this.meaning = meaning;
  }

  /**
   * Makes something of an answer.
   *
   * @param answer MessagePack or JSON
   * @param meaning what the answer should be, with its article, for the message of an error
   * @param names shares the strings that {@link #name()} gives
   * @throws DataException where the answer is something else
   */
  static <T> T read(Payload answer, String meaning, NameInterner names, Reading<T> reading) {
    byte[] bytes = answer.bytes();
    String origin = answer.origin();
    WireInput in =
        switch (PayloadForm.of(bytes)) {
          case JSON -> new JsonInput(bytes, origin, meaning, names);
          case MESSAGE_PACK -> new MessagePackInput(bytes, origin, meaning, names);
          case OTHER ->
              throw new DataException(
                  origin + " is not " + meaning + ": " + PayloadForm.describe(bytes));
        };
    try {
      T value = reading.of(in);
      if (!in.atEnd()) {
        throw new DataException(in.damage() + ": trailing data");
      }
      return value;
    } catch (IOException | MessagePackException e) {
      String path = in.path();
      throw new DataException(
          in.damage() + (path.isEmpty() ? "" : " at field " + path) + in.place(e), e);
    }
  }

  /** What is made of an answer. */
  interface Reading<T> {
    T of(WireInput in) throws IOException;
  }

  /** Begins an object; false where there is null instead. */
  final boolean beginObject() throws IOException {
    return entered(opensObject());
  }

  /** Begins a list; false where there is null instead. */
  final boolean beginList() throws IOException {
    return entered(opensList());
  }

  /** The elements of a list; none where there is null instead. */
  final <T> List<T> list(Reading<T> element) throws IOException {
    List<T> list = new ArrayList<>();
    if (beginList()) {
      while (nextElement()) {
        list.add(element.of(this));
      }
    }
    return list;
  }

  /** The elements of a list that must be there. */
  final <T> List<T> requiredList(Reading<T> element) throws IOException {
    List<T> list = new ArrayList<>();
    beginRequiredList();
    while (nextElement()) {
      list.add(element.of(this));
    }
    return list;
  }

  /** Begins an object that must be there. */
  final void beginRequiredObject() throws IOException {
    if (!beginObject()) {
      throw missing(path());
    }
  }

  /** Begins a list that must be there. */
  final void beginRequiredList() throws IOException {
    if (!beginList()) {
      throw missing(path());
    }
  }

  private boolean entered(boolean opened) {
    if (opened) {
      depth++;
      fields[depth] = null;
      indexes[depth] = -1;
    }
    return opened;
  }

  /** The name of the next field of an object; null where the object ends. */
  final @Nullable String nextField() throws IOException {
    fields[depth] = null;
    String field = fieldName();
    fields[depth] = field;
    if (field == null) {
      depth--;
    }
    return field;
  }

  /** Goes to the next element of a list; false where the list ends. */
  final boolean nextElement() throws IOException {
    indexes[depth]++;
    boolean found = hasElement();
    if (!found) {
      depth--;
    }
    return found;
  }

  /** A whole number that fits into an int; null where there is none. */
  final @Nullable Integer wholeInt() throws IOException {
    Long number = whole();
    if (number == null) {
      return null;
    }
    if (number != number.intValue()) {
      throw tooLarge();
    }
    return number.intValue();
  }

  /** A commit; null where there is none. */
  final @Nullable Sha sha() throws IOException {
    String text = text();
    return text == null ? null : new Sha(text);
  }

  /** A date and time as RFC 3339 writes it; null where there is none. */
  final @Nullable Instant instant() throws IOException {
    String date = text();
    try {
      return date == null ? null : OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException e) {
      throw new DataException(origin + ": field " + path() + " is not an RFC 3339 date", e);
    }
  }

  /** A text; null where there is none. */
  abstract @Nullable String text() throws IOException;

  /** A text that many answers have in common; null where there is none. */
  abstract @Nullable String name() throws IOException;

  /** True or false; null where there is neither. */
  abstract @Nullable Boolean flag() throws IOException;

  /** A whole number; null where there is none. */
  abstract @Nullable Long whole() throws IOException;

  /** Any number; NaN where there is none. */
  abstract double number() throws IOException;

  /** Passes over a value of any kind. */
  abstract void skip() throws IOException;

  abstract boolean opensObject() throws IOException;

  abstract boolean opensList() throws IOException;

  abstract @Nullable String fieldName() throws IOException;

  abstract boolean hasElement() throws IOException;

  abstract boolean atEnd() throws IOException;

  /** The name of the form, for messages. */
  abstract String form();

  /** Where in the bytes an error was found, in brackets after a space; empty where not known. */
  abstract String place(Exception error);

  /** How many objects and lists are open. */
  final int depth() {
    return depth;
  }

  /** The value is something else than it should be, which is given with its article. */
  final DataException wrong(String wanted) {
    String path = path();
    String what = path.isEmpty() ? "not " + meaning + ": the whole" : "field " + path;
    return new DataException(origin + ": " + what + " is not " + wanted);
  }

  /** A number does not fit into what it is needed for. */
  final DataException tooLarge() {
    return new DataException(origin + ": field " + path() + " is out of range");
  }

  /**
   * A part of the object or list that ended.
   *
   * @param field its name, or its index in brackets
   * @throws DataException where it was null or not there
   */
  final <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw missing(joined(path(), field));
    }
    return value;
  }

  private DataException missing(String field) {
    return new DataException(origin + ": not " + meaning + ", field " + field + " is missing");
  }

  private String damage() {
    return origin + ": the " + form() + " is cut short or damaged";
  }

  /** The way to the value that is being read, such as {@code a.pr}; empty for the whole. */
  final String path() {
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
