package dev.perftriage.cli.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The keys by which settings name options. */
final class OptionKeys {

  private static final List<String> PLACES = List.of("URL", "FILE", "DIR", "PATH");
  private static final List<String> OVERWRITING = List.of("force", "fix");

  private OptionKeys() {}

  /** The keys of an option, command's key first; empty if settings cannot set it. */
  static List<String> of(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp() || option.hidden() || option.inherited()) {
      return List.of();
    }
    String command = path(option.command());
    Stream<String> ofCommand =
        names(option).stream().filter(name -> !command.isEmpty()).map(name -> command + "." + name);
    return Stream.concat(ofCommand, names(option).stream()).toList();
  }

  /** All options of a program, by key. */
  static Map<String, List<OptionSpec>> all(CommandSpec program) {
    return options(program)
        .flatMap(option -> of(option).stream().map(key -> Map.entry(key, option)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Stream<OptionSpec> options(CommandSpec command) {
    return Stream.concat(
        command.options().stream(),
        command.subcommands().values().stream()
            .flatMap(subcommand -> options(subcommand.getCommandSpec())));
  }

  /**
   * Whether a folder's file, possibly downloaded, may set an option: not one that names a URL, file
   * or folder, nor one that overwrites files.
   */
  static boolean isHarmless(OptionSpec option) {
    return !PLACES.contains(option.paramLabel())
        && names(option).stream().noneMatch(OVERWRITING::contains);
  }

  private static List<String> names(OptionSpec option) {
    return Arrays.stream(option.names())
        .filter(name -> name.startsWith("--"))
        .map(name -> name.substring(2))
        .toList();
  }

  /** The names of a command and those above it, without the program's. */
  private static String path(CommandSpec command) {
    return command.parent() == null
        ? ""
        : command.qualifiedName(".").substring(command.root().name().length() + 1);
  }
}
