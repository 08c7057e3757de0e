package dev.perftriage.cli;

import dev.perftriage.cli.completion.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
    name = "completion",
    addMethodSubcommands = false,
    header = CompletionCommand.HEADER,
    description =
        "%nThe script completes commands, options and the values that are known: metrics, formats,"
            + " rules, files. It is this version's: print it again after an update.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(perf-triage completion bash)",
      "      complete in this bash; in .bashrc, in every one",
      "  perf-triage completion zsh > ~/.zfunc/_perf-triage",
      "      install for zsh, where .zshrc has ~/.zfunc in fpath before compinit",
      "  perf-triage completion fish > ~/.config/fish/completions/perf-triage.fish",
      "      install for fish"
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.BUG})
final class CompletionCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Print a script that completes commands in a shell.";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(shell.script(spec.root()));
    return ExitCodes.DONE;
  }
}
