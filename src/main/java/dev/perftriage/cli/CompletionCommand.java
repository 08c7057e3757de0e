package dev.perftriage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a completion script. */
final class CompletionCommand extends Command {

  static final String HEADER = "Print a script that completes commands in a shell.";

  private final Option<Shell> shell =
      Option.parameter(
          Shell.class,
          PositionalParamSpec.builder()
              .required(true)
              .paramLabel("SHELL")
              .converters((ITypeConverter<Shell>) word -> Converters.constant(Shell.class, word))
              .completionCandidates(Converters.words(Shell.class))
              .description("bash, zsh or fish."));

  CompletionCommand(CommandContext context) {
    super(context);
    Option.add(spec, shell);
    describe(
        HEADER,
        "%nThe script completes commands, options and known values: metrics, formats, rules,"
            + " files. Print it again after an update.");
    footer(
        "Examples",
        "  source <(perf-triage completion bash)",
        "      enable completion in this bash; in .bashrc, in every bash",
        "  perf-triage completion zsh > ~/.zfunc/_perf-triage",
        "      install for zsh; .zshrc must add ~/.zfunc to fpath before compinit",
        "  perf-triage completion fish > ~/.config/fish/completions/perf-triage.fish",
        "      install for fish");
    exitCodes(ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    context.print(script(shell.value()));
    return ExitCodes.DONE;
  }

  /** The script that the build generated from the commands' options. */
  private static String script(Shell shell) {
    String name = "completion." + shell.name().toLowerCase(Locale.ROOT);
    try (InputStream script = CompletionCommand.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The supported shells. */
  private enum Shell {
    BASH,
    ZSH,
    FISH
  }
}
