package dev.perftriage.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Words for the constants of an enum: picocli's own converter lists them as Java spells them. */
record EnumWords<E extends Enum<E>>(List<E> constants) implements ITypeConverter<E> {

  EnumWords {
    constants = List.copyOf(constants);
  }

  /** Makes all options and parameters of a program take such words, in any case. */
  static void registerAll(CommandLine program) {
    register(program, program.getCommandSpec());
  }

  @Override
  public E convert(String word) {
    return constants.stream()
        .filter(constant -> constant.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + word
                        + "' is none of "
                        + constants.stream()
                            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }

  private static void register(CommandLine program, CommandSpec command) {
    for (ArgSpec arg : command.args()) {
      Class<?> type = arg.auxiliaryTypes()[0];
      if (type.isEnum()) {
        registerOne(program, type);
      }
    }
    command.subcommands().values().forEach(each -> register(program, each.getCommandSpec()));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the class is an enum's, whichever it is
  private static void registerOne(CommandLine program, Class type) {
    program.registerConverter(type, new EnumWords(Arrays.asList((Enum[]) type.getEnumConstants())));
  }
}
