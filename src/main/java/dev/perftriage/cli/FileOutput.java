package dev.perftriage.cli;

import dev.perftriage.report.text.TextStyle;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options for a result in a format that goes to standard output unless a file is named.
 *
 * @param <F> the formats
 */
final class FileOutput<F extends Enum<F>> {

  private final ColorOption color = new ColorOption();
  private final Option<F> format;

  private final Option<String> file =
      Option.of(String.class, "FILE", "-o", "--output")
          .defaultValue(ReportTarget.STANDARD_OUTPUT)
          .describe("Write to FILE. Default: - (standard output).");

  private final Option<Boolean> force =
      Option.flag("--force").describe("Overwrite an existing file with -o.");

  /**
   * The options for some formats.
   *
   * @param usual the word of the default format
   * @param formats describes all formats, before the default
   */
  FileOutput(Class<F> type, String usual, String formats) {
    this.format =
        Option.word(type, "FORMAT", "-f", "--format")
            .defaultValue(usual)
            .describe(formats + " Default: ${DEFAULT-VALUE}.");
  }

  /** The options as a section of help. */
  CommandSpec section() {
    return Option.section(color.option, format, file, force);
  }

  /** The options as a section of help, for formats that are never coloured. */
  CommandSpec sectionWithoutColor() {
    return Option.section(format, file, force);
  }

  F format() {
    return format.value();
  }

  /** The destination; rejects one that cannot be written or would be overwritten. */
  ReportTarget target(CommandContext context) {
    ReportTarget target = new ReportTarget(file.value(), context.directory(), ReportTarget.OUTPUT);
    target.requireFile();
    target.requireFree(force.value());
    return target;
  }

  /** The style of text that goes to a destination. */
  TextStyle style(ReportTarget target, CommandContext context) {
    return target.isStandardOutput() ? color.style(context) : color.styleInFile();
  }
}
