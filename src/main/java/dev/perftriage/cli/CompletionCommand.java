package dev.perftriage.cli;

import dev.perftriage.cli.completion.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a completion script. */
final class CompletionCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Print a script that completes commands in a shell.";

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final PositionalParamSpec shell = shell(EnumWords.of(Shell.values()));

  private CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    spec.addPositional(shell);
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nThe script completes commands, options and the values that are known: metrics,"
                + " formats, rules, files. It is this version's: print it again after an update.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  source <(perf-triage completion bash)",
            "      complete in this bash; in .bashrc, in every one",
            "  perf-triage completion zsh > ~/.zfunc/_perf-triage",
            "      install for zsh, where .zshrc has ~/.zfunc in fpath before compinit",
            "  perf-triage completion fish > ~/.config/fish/completions/perf-triage.fish",
            "      install for fish");
    ExitCodesHelp.list(spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(Surroundings surroundings) {
    return new CompletionCommand(surroundings).spec;
  }

  private static PositionalParamSpec shell(EnumWords<Shell> words) {
    return PositionalParamSpec.builder()
        .type(Shell.class)
        .required(true)
        .paramLabel("SHELL")
        .converters(words)
        .completionCandidates(words)
        .description("bash, zsh or fish.")
        .build();
  }

  @Override
  public Integer call() {
    Shell chosen = shell.getValue();
    surroundings.out().print(chosen.script(spec.root()));
    return ExitCodes.DONE;
  }
}
