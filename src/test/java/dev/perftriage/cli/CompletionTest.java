package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program;
import dev.perftriage.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion scripts in the shells that they are for. */
class CompletionTest {

  @TempDir private Path directory;

  /** Bash splits words at : and = and takes only what stands behind; @ stands for an empty word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comp                                  | compare completion",
        "log hi                                | history",
        "compare --no-s                        | --no-store",
        "compare --metric max                  | max-rss",
        "compare --metric size : link          | linked_artifact",
        "compare --metric = size : link        | linked_artifact",
        "compare --format @                    | text markdown json csv jsonl html",
        "report --direction r                  | regression",
        "compare --color = n                   | never",
        "compare --chart-format svg,p          | svg,png",
        "compare --input an                    | answer.json",
        "compare --store f                     | folder",
        "compare --charts = f                  | folder",
        "compare --charts f                    | ''",
        "store --store info c                  | clean",
        "log check an                          | answer.json",
        "log check --disable todo,tri          | todo,triager",
        "completion @                          | bash zsh fish",
        "help comp                             | compare completion",
      })
  void bashCompletes(String typed, String completed) throws IOException {
    String script =
        """
        source ./script
        COMP_WORDS=(perf-triage %s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _perf_triage
        echo "${COMPREPLY[*]}"
        """
            .formatted(typed.replace("@", "''"));
    assertThat(completions("bash", script)).isEqualTo(completed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'comp'                           | compare completion",
        "'log hi'                         | history",
        "'compare --no-s'                 | --no-store",
        "'compare --metric size:link'     | size:linked_artifact",
        "'compare --metric=max'           | --metric=max-rss",
        "'compare --format '              | csv html json jsonl markdown text",
        "'compare --chart-format svg,p'   | svg,png",
        "'compare --input an'             | answer.json",
        "'compare --store f'              | folder/",
        "'log check an'                   | answer.json",
        "'log check --disable todo,tri'   | todo,triager",
        "'completion '                    | bash fish zsh",
        "'help comp'                      | compare completion",
      })
  void fishCompletes(String typed, String completed) throws IOException {
    String script =
        """
        source ./script
        echo (complete -C 'perf-triage %s' | string replace -r '\\t.*' '')
        """
            .formatted(typed);
    assertThat(completions("fish", script)).isEqualTo(completed);
  }

  /** A zsh of its own, into which the words and a tab are typed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'compa'                          | compare",
        "'log hi'                         | log history",
        "'compare --no-s'                 | compare --no-store",
        "'log check --dis'                | log check --disable",
        "'compare --metric size:link'     | compare --metric size:linked_artifact",
        "'compare --metric=max'           | compare --metric=max-rss",
        "'compare --chart-format svg,p'   | compare --chart-format svg,png",
        "'compare --input an'             | compare --input answer.json",
        "'compare --charts=f'             | compare --charts=folder",
        "'report --profile opt --prof'    | report --profile opt --profile",
        "'completion z'                   | completion zsh",
        "'log check --disable todo,tri'   | log check --disable todo,triager",
      })
  void zshCompletes(String typed, String completed) throws IOException {
    String script =
        """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "autoload -Uz compinit; compinit -u -d dump; source ./script"
        zpty -w shell "finish() { print -r -- \\"<\\$BUFFER>\\" > line; exit }; zle -N finish"
        zpty -w shell "bindkey '^X' finish; bindkey '^I' complete-word; print rea''dy"
        zpty -r shell said '*ready*'
        zpty -w -n shell "perf-triage %s"$'\\t\\C-X'
        while zpty -r shell said; do :; done
        cat line
        """
            .formatted(typed);
    assertThat(completions("zsh", script)).startsWith("<perf-triage " + completed).endsWith(">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyCommandAndOptionIsInTheScript(String shell) {
    String script = script(shell);
    assertThat(script).contains("perf-triage").doesNotContain("TEXT");
    for (String word : List.of("history", "max-response", "instructions", "completion")) {
      assertThat(script).contains(word);
    }
  }

  @Test
  void anUnknownShellIsRefusedByTheNamesOfThoseThatThereAre() {
    Cli.Result result = Cli.in(directory).run("completion", "tcsh");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'tcsh' is not one of bash, zsh, fish");
  }

  private String completions(String shell, String commands) throws IOException {
    String path = Tools.path(shell);
    Files.writeString(directory.resolve("script"), script(shell));
    Files.writeString(directory.resolve("answer.json"), "");
    Files.createDirectory(directory.resolve("folder"));
    Files.writeString(directory.resolve("commands"), commands);
    Program.Result result =
        Program.in(directory).with("HOME", directory.toString()).run(path, "commands");
    assertThat(result.err().lines().filter(line -> !line.contains("compopt"))).isEmpty();
    return result.out().strip();
  }

  private String script(String shell) {
    return Cli.in(directory).run("completion", shell.toLowerCase(Locale.ROOT)).out();
  }
}
