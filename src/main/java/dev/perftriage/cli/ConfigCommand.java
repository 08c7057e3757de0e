package dev.perftriage.cli;

import dev.perftriage.cli.config.Configuration;
import dev.perftriage.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the settings. */
final class ConfigCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Show the defaults set by files and the environment.";

  private final CommandContext context;
  private final Configuration configuration;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private ConfigCommand(CommandContext context, Configuration configuration) {
    this.context = context;
    this.configuration = configuration;
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nPrints the configuration files, then each setting and where it is set. The command"
                + " line takes precedence, then environment variables, the folder's file and your"
                + " file; within a file, report.jobs over jobs.%n",
            "A key is an option's long name, for every command with that option, or that name after"
                + " the command's. A flag is true or false. The folder's file, which may be part of"
                + " a download, cannot set options that name a URL, file or folder, nor options"
                + " that overwrite files.")
        .footerHeading("%nExample file:%n")
        .footer(
            "  jobs = 12",
            "  report.triager = ferris",
            "  compare.format = markdown",
            "  log.check.disable = todo,triager");
    ExitCodesHelp.list(spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(CommandContext context, Configuration configuration) {
    return new ConfigCommand(context, configuration).spec;
  }

  @Override
  public Integer call() {
    print("# folder: " + file(Path.of(Configuration.PROJECT_FILE)));
    print(
        "# user:   "
            + configuration.userFile().map(this::file).orElse("none, because HOME is not set"));
    configuration
        .settings(spec.root())
        .forEach(
            (setting, holds) ->
                print(
                    String.format(
                        Locale.ROOT,
                        "%-30s # %s%s",
                        setting.key() + " = " + setting.value(),
                        setting.place(),
                        holds ? "" : ", overridden")));
    return ExitCodes.DONE;
  }

  private String file(Path path) {
    boolean exists = Files.exists(context.directory().resolve(path));
    return path + (exists ? "" : " (does not exist)");
  }

  private void print(String line) {
    context.out().print(PlainText.onOneLine(line) + "\n");
  }
}
