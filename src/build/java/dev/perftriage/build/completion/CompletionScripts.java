package dev.perftriage.build.completion;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Scripts that make shells complete a program's commands, options and values. */
public final class CompletionScripts {

  private CompletionScripts() {}

  /** The scripts by the name of their shell. */
  public static Map<String, String> of(CommandSpec program) {
    CompletedCommand command = CompletedCommand.of(program);
    return Map.of(
        "bash", BashScript.of(command),
        "zsh", ZshScript.of(command),
        "fish", FishScript.of(command));
  }
}
