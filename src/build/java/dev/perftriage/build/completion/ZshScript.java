package dev.perftriage.build.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for zsh, which uses zsh's completion functions. */
final class ZshScript {

  private static final String HEAD =
      """
      #compdef perf-triage
      # Completes perf-triage in zsh: source this file behind compinit, or put it as
      # _perf-triage into a folder of $fpath

      """;
  private static final String TAIL =
      """

      # Zsh runs the file itself as the function the first time; sourced, it registers it.
      if [[ ${funcstack[1]} == _perf-triage ]]; then
        _perf_triage "$@"
      else
        compdef _perf_triage perf-triage
      fi
      """;

  private ZshScript() {}

  static String of(CompletedCommand program) {
    return HEAD + program.all().map(ZshScript::function).collect(Collectors.joining("\n")) + TAIL;
  }

  private static String function(CompletedCommand command) {
    List<String> arguments = new ArrayList<>();
    command.options().forEach(option -> arguments.addAll(specs(option)));
    if (!command.subcommands().isEmpty()) {
      arguments.add(quoted("1:command:->command"));
      arguments.add(quoted("*::argument:->argument"));
      return name(command.path())
          + "() {\n  local curcontext=$curcontext state line\n  local -a commands=(\n"
          + command.subcommands().stream()
              .map(
                  subcommand ->
                      "    "
                          + quoted(subcommand.name() + ":" + escaped(subcommand.description()))
                          + "\n")
              .collect(Collectors.joining())
          + "  )\n"
          + call("_arguments -C", arguments)
          + "  case $state in\n"
          + "    command) _describe -t commands command commands ;;\n"
          + "    argument)\n      case $words[1] in\n"
          + command.subcommands().stream()
              .map(
                  subcommand ->
                      "        " + subcommand.name() + ") " + name(subcommand.path()) + " ;;\n")
              .collect(Collectors.joining())
          + "      esac ;;\n  esac\n}\n";
    }
    command.positionals().stream()
        .limit(1)
        // An argument without candidates would keep zsh from completing options.
        .filter(positional -> positional.kind() != CompletedValue.Kind.ANYTHING)
        .forEach(positional -> arguments.add(quoted("*" + action(positional))));
    return name(command.path()) + "() {\n" + call("_arguments -s -S", arguments) + "}\n";
  }

  private static String call(String start, List<String> arguments) {
    return "  " + start + " \\\n    " + String.join(" \\\n    ", arguments) + "\n";
  }

  private static List<String> specs(CompletedOption option) {
    String others = option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
    return option.names().stream()
        .map(
            name ->
                quoted(
                    (option.isRepeatable() ? "*" : others)
                        + name
                        + separator(option, name)
                        + "["
                        + escaped(option.description()).replace("[", "\\[").replace("]", "\\]")
                        + "]"
                        + (option.takesValue() ? action(option.value()) : "")))
        .toList();
  }

  /** The notation for how an option's value follows its name. */
  private static String separator(CompletedOption option, String name) {
    if (!option.takesValue()) {
      return "";
    }
    if (!option.takesNextWord()) {
      return "=-";
    }
    return name.startsWith("--") ? "=" : "+";
  }

  private static String action(CompletedValue value) {
    String label = ":" + escaped(value.label()) + ":";
    List<String> words = value.words().stream().map(ZshScript::escaped).toList();
    return label
        + switch (value.kind()) {
          case ANYTHING -> " ";
          case FILE -> "_files";
          case FOLDER -> "_files -/";
          case WORD ->
              value.isList()
                  ? "_sequence compadd - " + String.join(" ", words)
                  : "(" + String.join(" ", words) + ")";
        };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:");
  }

  private static String name(String path) {
    return "_" + path.replaceAll("[ -]", "_");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
