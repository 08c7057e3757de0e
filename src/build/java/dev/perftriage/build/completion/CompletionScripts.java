package dev.perftriage.build.completion;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Generates the scripts that complete a program's commands, options and values. */
public final class CompletionScripts {

  private CompletionScripts() {}

  /** The scripts by shell name. */
  public static Map<String, String> of(CommandSpec program) {
    CompletedCommand command = CompletedCommand.of(program);
    return Map.of(
        "bash", BashScript.of(command),
        "zsh", ZshScript.of(command),
        "fish", FishScript.of(command));
  }
}
