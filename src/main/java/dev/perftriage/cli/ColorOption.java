package dev.perftriage.cli;

import dev.perftriage.report.text.TextStyle;
import java.util.Map;

/** Whether text output is coloured. */
final class ColorOption {

  final Option<Choice> option =
      Option.word(Choice.class, "WHEN", "--color")
          .defaultValue("auto")
          .describe(
              "Colour text: auto (on a terminal unless NO_COLOR is set), always or never. Default:"
                  + " ${DEFAULT-VALUE}.");

  /** The style of text on standard output. */
  TextStyle style(CommandContext context) {
    Terminal terminal = context.terminal();
    return new TextStyle(
        option.value().isColorful(terminal, context.environment()), terminal.columns());
  }

  /** The style of text in a file: unlimited width, coloured only on request. */
  TextStyle styleInFile() {
    return new TextStyle(option.value() == Choice.ALWAYS, TextStyle.UNLIMITED);
  }

  /** When text is coloured. */
  enum Choice {
    /** On a terminal, unless the user wants none anywhere (no-color.org). */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER;

    boolean isColorful(Terminal terminal, Map<String, String> environment) {
      return switch (this) {
        case ALWAYS -> true;
        case NEVER -> false;
        case AUTO -> terminal.interactive() && environment.getOrDefault("NO_COLOR", "").isEmpty();
      };
    }
  }
}
