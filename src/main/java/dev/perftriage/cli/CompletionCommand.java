package dev.perftriage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a completion script. */
final class CompletionCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Print a script that completes commands in a shell.";

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Option<Shell> shell = shell(EnumWords.of(Shell.values()));

  private CompletionCommand(CommandContext context) {
    this.context = context;
    Option.add(spec, shell);
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nThe script completes commands, options and known values: metrics, formats, rules,"
                + " files. Print it again after an update.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  source <(perf-triage completion bash)",
            "      enable completion in this bash; in .bashrc, in every bash",
            "  perf-triage completion zsh > ~/.zfunc/_perf-triage",
            "      install for zsh; .zshrc must add ~/.zfunc to fpath before compinit",
            "  perf-triage completion fish > ~/.config/fish/completions/perf-triage.fish",
            "      install for fish");
    ExitCodesHelp.list(spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(CommandContext context) {
    return new CompletionCommand(context).spec;
  }

  private static Option<Shell> shell(EnumWords<Shell> words) {
    return Option.parameter(
        Shell.class,
        words,
        PositionalParamSpec.builder()
            .required(true)
            .paramLabel("SHELL")
            .completionCandidates(words)
            .description("bash, zsh or fish."));
  }

  @Override
  public Integer call() {
    Shell chosen = shell.value();
    context.out().print(script(chosen));
    return ExitCodes.DONE;
  }

  /** The script that the build made from the commands' options. */
  private static String script(Shell shell) {
    String name = "completion." + shell.name().toLowerCase(Locale.ROOT);
    try (InputStream script = CompletionCommand.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shells that can complete. */
  private enum Shell {
    BASH,
    ZSH,
    FISH
  }
}
