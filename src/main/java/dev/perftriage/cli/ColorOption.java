package dev.perftriage.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** Whether text output is coloured. */
class ColorOption {

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colour text: auto (on a terminal, unless NO_COLOR is set), always or never."
              + " Default: ${DEFAULT-VALUE}.")
  private Choice choice = Choice.AUTO;

  boolean isColorful(Surroundings surroundings) {
    return choice.isColorful(surroundings.terminal(), surroundings.environment());
  }

  /** Whether text in a file is: a file is no terminal. */
  boolean isColorfulInFile() {
    return choice == Choice.ALWAYS;
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
