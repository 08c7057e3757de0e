package dev.perftriage.cli;

import dev.perftriage.cli.config.Configuration;
import dev.perftriage.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints the settings and where they are set. */
final class ConfigCommand extends Command {

  static final String HEADER = "Show the defaults set by files and the environment.";

  private final Configuration configuration;

  ConfigCommand(CommandContext context, Configuration configuration) {
    super(context);
    this.configuration = configuration;
    describe(
        HEADER,
        "%nPrints the configuration files, then each setting and where it is set. The command"
            + " line takes precedence, then environment variables, the folder's file and your"
            + " file; within a file, report.jobs over jobs.%n",
        "A key is an option's long name, for every command with that option, or that name after"
            + " the command's. A flag is true or false. The folder's file, which may be part of"
            + " a download, cannot set options that name a URL, file or folder, nor options"
            + " that overwrite files.");
    footer(
        "Example file",
        "  jobs = 12",
        "  report.triager = ferris",
        "  compare.format = markdown",
        "  log.check.disable = todo,triager");
    exitCodes(ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_BUG);
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
                        setting.key() + " = " + Passwords.hidden(setting.value()),
                        setting.place(),
                        holds ? "" : ", overridden")));
    return ExitCodes.DONE;
  }

  private String file(Path path) {
    boolean exists = Files.exists(context.directory().resolve(path));
    return path + (exists ? "" : " (does not exist)");
  }

  private void print(String line) {
    context.print(PlainText.onOneLine(line) + "\n");
  }
}
