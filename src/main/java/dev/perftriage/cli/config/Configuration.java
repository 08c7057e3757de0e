package dev.perftriage.cli.config;

import dev.perftriage.cli.config.SettingsSource.Trust;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values for options that are not on the command line: from an environment variable, else the
 * folder's file, else the user's file. Within a file, a command's key takes precedence over the
 * general one.
 */
public final class Configuration implements IDefaultValueProvider {

  /** The file in the working directory. */
  public static final String PROJECT_FILE = ".perf-triage.properties";

  private static final Map<String, String> KEYS_BY_VARIABLE =
      Map.of(
          "PERF_TRIAGE_PERF_URL", "perf-url",
          "PERF_TRIAGE_COMMITS_URL", "commits-url",
          "PERF_TRIAGE_GITHUB_URL", "github-url");

  private final List<SettingsSource> sources = new ArrayList<>();
  private final Optional<Path> userFile;

  /** Mostly true, which spares every command the keys of all options. */
  private final boolean isEmpty;

  /** Reads the existing files; {@link #problem} describes errors in them. */
  public Configuration(Map<String, String> environment, Path directory) {
    userFile = userFile(environment);
    sources.add(SettingsSource.environment(environment, KEYS_BY_VARIABLE));
    sources.add(SettingsSource.file(Trust.PROJECT, directory.resolve(PROJECT_FILE), PROJECT_FILE));
    userFile.ifPresent(file -> sources.add(SettingsSource.file(Trust.USER, file, file.toString())));
    isEmpty = sources.stream().allMatch(SettingsSource::isEmpty);
  }

  /** Whether there are neither settings nor errors. */
  public boolean isEmpty() {
    return isEmpty;
  }

  /** The path of the user's file, which need not exist; empty without a configuration folder. */
  public Optional<Path> userFile() {
    return userFile;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (!arg.isOption() || isEmpty) {
      return null;
    }
    // Escapes variables, which picocli would expand, possibly to a secret token.
    return deciding((OptionSpec) arg)
        .map(setting -> setting.value().replace("$", "$$"))
        .orElse(null);
  }

  /** The setting in effect for an option; empty if there is none. */
  public Optional<Setting> deciding(OptionSpec option) {
    List<String> keys = OptionKeys.of(option);
    boolean isHarmless = OptionKeys.isHarmless(option);
    return sources.stream()
        .filter(source -> isHarmless || source.trust() != Trust.PROJECT)
        .flatMap(source -> source.first(keys).stream())
        .findFirst();
  }

  /** All settings in order of precedence, and whether each is in effect for any option. */
  public Map<Setting, Boolean> settings(CommandSpec program) {
    Set<Setting> holding =
        OptionKeys.all(program).values().stream()
            .flatMap(List::stream)
            .flatMap(option -> deciding(option).stream())
            .collect(Collectors.toSet());
    Map<Setting, Boolean> settings = new LinkedHashMap<>();
    for (SettingsSource source : sources) {
      source
          .settings()
          .values()
          .forEach(setting -> settings.put(setting, holding.contains(setting)));
    }
    return settings;
  }

  /**
   * The first error in the files, in a sentence: an unreadable file, a key that is not an option,
   * or one that the folder's file must not set; empty if there is none.
   */
  public Optional<String> problem(CommandSpec program) {
    if (isEmpty) {
      return Optional.empty();
    }
    Map<String, List<OptionSpec>> options = OptionKeys.all(program);
    return sources.stream()
        .flatMap(
            source ->
                Stream.concat(
                    source.problems().stream(),
                    source.settings().values().stream()
                        .flatMap(
                            setting ->
                                problem(setting, source.trust(), options.get(setting.key()))
                                    .stream())))
        .findFirst();
  }

  private Optional<String> problem(
      Setting setting, Trust trust, @Nullable List<OptionSpec> options) {
    String place = setting.place() + ": '" + setting.key() + "' is not ";
    if (options == null) {
      return Optional.of(
          place
              + "an option; a key is an option's long name, such as jobs, or that name after a"
              + " command's, such as report.jobs");
    }
    if (trust == Trust.PROJECT && !options.stream().allMatch(OptionKeys::isHarmless)) {
      return Optional.of(
          place
              + "allowed in a folder's file, which may come from somebody else: it names a URL,"
              + " file or folder, or overwrites files; use the command line or "
              + userFile.map(Path::toString).orElse("your own file"));
    }
    return Optional.empty();
  }

  /** The settings that caused an error of a command, unless the command line did. */
  public List<Setting> behind(String error, CommandSpec command, String[] arguments) {
    return command.options().stream()
        .filter(option -> speaksOf(error, option))
        .flatMap(
            option ->
                deciding(option)
                    .filter(
                        setting ->
                            !isGiven(option, arguments)
                                || error.contains("'" + setting.value() + "'"))
                    .stream())
        .distinct()
        .toList();
  }

  private static boolean speaksOf(String error, OptionSpec option) {
    return (" " + error + " ").matches("(?s).*[^\\w-]" + option.longestName() + "[^\\w-].*");
  }

  private static boolean isGiven(OptionSpec option, String[] arguments) {
    return Arrays.stream(option.names())
        .anyMatch(
            name ->
                Arrays.stream(arguments)
                    .anyMatch(
                        argument ->
                            argument.equals(name)
                                || argument.startsWith(name.startsWith("--") ? name + "=" : name)));
  }

  private static Optional<Path> userFile(Map<String, String> environment) {
    return folder(environment, "XDG_CONFIG_HOME", ".config")
        .map(folder -> folder.resolve("config.properties"));
  }

  /**
   * The program's folder as in the XDG Base Directory Specification, which ignores relative paths;
   * on Windows, unless that variable is set, the folder of the same purpose in {@code
   * %LOCALAPPDATA%\perf-triage}, such as {@code cache}.
   *
   * @param variable the environment variable for the parent folder
   * @param usual the default parent folder, within the user's home: the purpose after a dot
   * @return empty if none of the variables is an absolute path
   */
  public static Optional<Path> folder(
      Map<String, String> environment, String variable, String usual) {
    Optional<Path> named = absolute(environment.get(variable));
    // Set on Windows only, where a shell such as that of Git sets HOME, too.
    Optional<Path> local = absolute(environment.get("LOCALAPPDATA"));
    if (named.isEmpty() && local.isPresent()) {
      return local.map(folder -> folder.resolve("perf-triage").resolve(usual.substring(1)));
    }
    return named
        .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(usual)))
        .map(folder -> folder.resolve("perf-triage"));
  }

  private static Optional<Path> absolute(@Nullable String path) {
    try {
      return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
