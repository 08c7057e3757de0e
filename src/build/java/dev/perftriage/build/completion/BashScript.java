package dev.perftriage.build.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The completion script for bash 3.2 or later.
 *
 * <p>Picocli's own script confuses options whose values have the same label, and supports neither
 * words with a colon, such as {@code instructions:u}, nor lists, nor {@code --option=value}.
 */
final class BashScript {

  private static final String FUNCTIONS =
      """
      # Completes perf-triage in bash: source this file, or put it into
      # ~/.local/share/bash-completion/completions/perf-triage

      # Sets kind, list and words for the value of an option of a command;
      # fails where the option takes none.
      _perf_triage_value() {
        kind= list= words=
        case "$1" in
      @values    *) return 1 ;;
        esac
      }

      # Sets attached where the option takes its value only behind an equals sign.
      _perf_triage_attached() {
        case "$1" in
      @attached    *) return 1 ;;
        esac
      }

      # Sets kind and words for what stands beside a command's options.
      _perf_triage_positional() {
        kind=anything list= words=
        case "$1" in
      @positionals  esac
      }

      _perf_triage_options() {
        case "$1" in
      @options  esac
      }

      _perf_triage() {
        local -a typed=() candidates=()
        local i word joined= cur prev command=perf-triage before after kind list words skip= ifs=$IFS
        # Bash splits words at : and =, which are within ours.
        for ((i = 0; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if ((i > 0)) && [[ $joined || $word == [:=]* ]]; then
            typed[${#typed[@]}-1]+=$word
          else
            typed+=("$word")
          fi
          joined=
          [[ $word == *[:=] ]] && joined=1
        done
        # The program may be called by any path.
        for ((i = 1; i < ${#typed[@]} - 1; i++)); do
          word=${typed[i]}
          if [[ $skip ]]; then
            skip=
            continue
          fi
          case "$command $word" in
      @paths      *) _perf_triage_attached "$command $word" || ! _perf_triage_value "$command $word" || skip=1 ;;
          esac
        done
        cur=${typed[${#typed[@]}-1]}
        before=
        if [[ $cur == --*=* ]] && _perf_triage_value "$command ${cur%%=*}"; then
          before=${cur%%=*}=
        elif [[ $skip ]]; then
          _perf_triage_value "$command $word"
        elif [[ $cur == -* ]]; then
          kind=word list= words=$(_perf_triage_options "$command")
        else
          _perf_triage_positional "$command"
        fi
        after=${cur#"$before"}
        if [[ $list && $after == *,* ]]; then
          before=$before${after%,*},
          after=${after##*,}
        fi
        IFS=$'\\n'
        case $kind in
          word) candidates=($(IFS=$' \\n'; compgen -W "$words" -- "$after")) ;;
          file) compopt -o filenames 2>/dev/null; candidates=($(compgen -f -- "$after")) ;;
          folder) compopt -o filenames 2>/dev/null; candidates=($(compgen -d -- "$after")) ;;
        esac
        IFS=$ifs
        # Bash replaces only what stands behind the last : or = that splits words.
        word=$before$after
        i=${word##*[$COMP_WORDBREAKS]}
        i=${word%"$i"}
        COMPREPLY=()
        for word in "${candidates[@]}"; do
          word=$before$word
          COMPREPLY+=("${word#"$i"}")
        done
      }

      complete -F _perf_triage perf-triage
      """;

  private BashScript() {}

  static String of(CompletedCommand program) {
    List<CompletedCommand> commands = program.all().toList();
    return FUNCTIONS
        .replace("@values", values(commands))
        .replace("@attached", attached(commands))
        .replace("@positionals", positionals(commands))
        .replace("@options", options(commands))
        .replace("@paths", paths(commands));
  }

  private static String values(List<CompletedCommand> commands) {
    return lines(
        commands.stream()
            .flatMap(
                command ->
                    command.options().stream()
                        .filter(CompletedOption::takesValue)
                        .map(option -> patterns(command, option) + ") " + set(option.value()))));
  }

  private static String attached(List<CompletedCommand> commands) {
    return lines(
        commands.stream()
            .flatMap(
                command ->
                    command.options().stream()
                        .filter(option -> option.takesValue() && !option.takesNextWord())
                        .map(option -> patterns(command, option) + ") ")));
  }

  private static String positionals(List<CompletedCommand> commands) {
    return lines(
        commands.stream()
            .filter(command -> !command.subcommands().isEmpty() || !command.positionals().isEmpty())
            .map(
                command ->
                    quoted(command.path())
                        + ") "
                        + (command.subcommands().isEmpty()
                            ? set(command.positionals().get(0))
                            : "kind=word words="
                                + quoted(
                                    command.subcommands().stream()
                                        .map(CompletedCommand::name)
                                        .collect(Collectors.joining(" "))))));
  }

  private static String options(List<CompletedCommand> commands) {
    return lines(
        commands.stream()
            .map(
                command ->
                    quoted(command.path())
                        + ") echo "
                        + quoted(
                            command.options().stream()
                                .flatMap(option -> option.names().stream())
                                .collect(Collectors.joining(" ")))));
  }

  private static String paths(List<CompletedCommand> commands) {
    return "      "
        + commands.stream()
            .skip(1)
            .map(command -> quoted(command.path()))
            .collect(Collectors.joining("|"))
        + ") command=\"$command $word\" ;;\n";
  }

  private static String patterns(CompletedCommand command, CompletedOption option) {
    return option.names().stream()
        .map(name -> quoted(command.path() + " " + name))
        .collect(Collectors.joining("|"));
  }

  private static String set(CompletedValue value) {
    String kind =
        switch (value.kind()) {
          case ANYTHING -> "kind=anything";
          case FILE -> "kind=file";
          case FOLDER -> "kind=folder";
          case WORD -> "kind=word words=" + quoted(String.join(" ", value.words()));
        };
    return value.isList() ? kind + " list=1" : kind;
  }

  private static String lines(Stream<String> cases) {
    return cases.map(line -> "    " + line.stripTrailing() + " ;;\n").collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
