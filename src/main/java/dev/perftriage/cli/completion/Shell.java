package dev.perftriage.cli.completion;

import picocli.CommandLine.Model.CommandSpec;

/** The shells that there is completion for. */
public enum Shell {
  /** The GNU shell. */
  BASH {
    @Override
    String script(CompletedCommand program) {
      return BashScript.of(program);
    }
  },
  /** The Z shell. */
  ZSH {
    @Override
    String script(CompletedCommand program) {
      return ZshScript.of(program);
    }
  },
  /** The friendly interactive shell. */
  FISH {
    @Override
    String script(CompletedCommand program) {
      return FishScript.of(program);
    }
  };

  abstract String script(CompletedCommand program);

  /** A script that makes this shell complete the program's commands, options and values. */
  public String script(CommandSpec program) {
    return script(CompletedCommand.of(program));
  }
}
