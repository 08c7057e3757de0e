package dev.perftriage.build.completion;

import java.util.stream.Collectors;

/** The completion script for fish 3.0 or later. */
final class FishScript {

  private static final String CONDITION =
      """
      # Completes perf-triage in fish: source this file, or put it into
      # ~/.config/fish/completions/perf-triage.fish

      # Whether the command line so far names exactly this command.
      function __perf_triage_at
          set -l command perf-triage
          for word in (commandline -opc)[2..-1]
              switch "$command $word"
                  case %s
                      set command "$command $word"
              end
          end
          test "$command" = "$argv"
      end

      complete -c perf-triage -e
      complete -c perf-triage -f
      """;

  private FishScript() {}

  static String of(CompletedCommand program) {
    StringBuilder script = new StringBuilder();
    script.append(
        CONDITION.replace(
            "%s",
            program
                .all()
                .skip(1)
                .map(command -> quoted(command.path()))
                .collect(Collectors.joining(" "))));
    program.all().forEach(command -> append(script, command));
    return script.toString();
  }

  private static void append(StringBuilder script, CompletedCommand command) {
    String condition = "complete -c perf-triage -n " + quoted("__perf_triage_at " + command.path());
    for (CompletedCommand subcommand : command.subcommands()) {
      script
          .append(condition)
          .append(" -a ")
          .append(subcommand.name())
          .append(" -d ")
          .append(quoted(subcommand.description()))
          .append('\n');
    }
    if (command.subcommands().isEmpty()) {
      command.positionals().stream()
          .limit(1)
          .map(FishScript::candidates)
          .filter(candidates -> !candidates.isEmpty())
          .forEach(candidates -> script.append(condition).append(candidates).append('\n'));
    }
    for (CompletedOption option : command.options()) {
      script.append(condition);
      for (String name : option.names()) {
        script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("-+", ""));
      }
      if (option.takesNextWord()) {
        script
            .append(option.value().kind() == CompletedValue.Kind.FILE ? " -r" : " -x")
            .append(candidates(option.value()));
      }
      script.append(" -d ").append(quoted(option.description())).append('\n');
    }
  }

  private static String candidates(CompletedValue value) {
    String words = String.join(" ", value.words());
    return switch (value.kind()) {
      case ANYTHING -> "";
      case FILE -> " -F";
      case FOLDER -> " -a '(__fish_complete_directories)'";
      case WORD ->
          value.isList()
              ? " -a " + quoted("(__fish_complete_list , 'string split \" \" \"" + words + "\"')")
              : " -a " + quoted(words);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
