package dev.perftriage.cli;

import dev.perftriage.app.ChartFormat;
import dev.perftriage.app.ChartJob;
import dev.perftriage.app.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.TreeSet;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which charts become files, and where. */
final class ChartOptions {

  private static final String USUAL_FOLDER = "";

  private final Option<String> charts =
      Option.of(
              String.class,
              OptionSpec.builder("--charts")
                  .arity("0..1")
                  .fallbackValue(USUAL_FOLDER)
                  .preprocessor(new AttachedOnly()))
          .paramLabel("DIR")
          .description(
              "Write charts to the folder DIR. Default: a folder named after the report, beside it,"
                  + " or after the comparison.")
          .build();

  private final Option<List<ChartFormat>> format =
      Options.wordList(EnumWords.of(ChartFormat.values()), "--chart-format")
          .paramLabel("FORMAT")
          .description("svg, png or svg,png. PNG files have twice the size. Default: svg,png.")
          .build();

  void addTo(CommandSpec command) {
    Option.add(command, charts, format);
  }

  /** Whether charts become files. */
  boolean areWanted() {
    return charts.valueOrNull() != null;
  }

  /** The folder that the command line names; empty for the usual one. */
  Optional<String> folder() {
    String folder = charts.valueOrNull();
    return Optional.ofNullable(folder).filter(name -> !name.equals(USUAL_FOLDER));
  }

  /** The files' formats, SVG first. */
  private List<ChartFormat> formats() {
    List<ChartFormat> asked = asked();
    return asked.isEmpty()
        ? Arrays.asList(ChartFormat.values())
        : new ArrayList<>(new TreeSet<>(asked));
  }

  /**
   * What is to be drawn; nothing yet is.
   *
   * @param forPage whether a page shows the charts, too
   */
  ChartJob drawings(boolean forPage) {
    return new ChartJob(areWanted() ? formats() : List.of(), forPage, Options.NAMES);
  }

  /** Refuses formats of charts that nobody asked for. */
  void check() {
    if (!asked().isEmpty() && !areWanted()) {
      throw new UsageException("--chart-format needs --charts.");
    }
  }

  /** Refuses a folder for charts that is the file of what they belong to. */
  void checkFolder(ReportTarget target) {
    if (folder().filter(target::isNamed).isPresent()) {
      throw new UsageException(
          "--charts and -o are the same, " + target.name() + "; choose different names.");
    }
  }

  private List<ChartFormat> asked() {
    return format.value();
  }

  /** A folder is attached with =, or the word behind the option would be taken for it. */
  static final class AttachedOnly implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own signature
    public boolean preprocess(
        Stack<String> arguments,
        CommandSpec command,
        ArgSpec option,
        Map<String, Object> information) {
      // A folder that a file sets stands alone, neither attached nor behind an option.
      boolean isSet = arguments.size() == 1 && arguments.peek().equals(option.defaultValueString());
      if (!isSet && !"=".equals(information.get("separator"))) {
        arguments.push(USUAL_FOLDER);
      }
      return false;
    }
  }
}
