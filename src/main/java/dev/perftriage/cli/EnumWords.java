package dev.perftriage.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Words for the constants of an enum, in lower case: picocli's own converter takes and lists them
 * as Java spells them.
 */
record EnumWords<E extends Enum<E>>(List<E> constants)
    implements ITypeConverter<E>, Iterable<String> {

  EnumWords {
    constants = List.copyOf(constants);
  }

  /** Words for all constants, which are the enum's {@code values()}. */
  static <E extends Enum<E>> EnumWords<E> of(E[] constants) {
    return new EnumWords<>(List.of(constants));
  }

  Class<E> type() {
    return constants.get(0).getDeclaringClass();
  }

  /** The constant that a word stands for, in any case. */
  @Override
  public E convert(String word) {
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(word.strip())) {
        return constant;
      }
    }
    throw new TypeConversionException("'" + word + "' is not one of " + String.join(", ", this));
  }

  @Override
  public Iterator<String> iterator() {
    List<String> words = new ArrayList<>();
    for (E constant : constants) {
      words.add(constant.name().toLowerCase(Locale.ROOT));
    }
    return words.iterator();
  }
}
