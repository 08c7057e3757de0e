package dev.perftriage.cli.config;

import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings of one file, or those of the environment. */
final class SettingsSource {

  /** How far a source is trusted. */
  enum Kind {
    /** Environment variables of the user. */
    ENVIRONMENT,
    /** A file of the folder, which may have been downloaded with it. */
    PROJECT,
    /** The user's own file. */
    USER
  }

  private final Kind kind;
  private final Map<String, Setting> settings = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private SettingsSource(Kind kind) {
    this.kind = kind;
  }

  /** The variables that stand for an option; one that is set but blank says nothing. */
  static SettingsSource environment(
      Map<String, String> environment, Map<String, String> keysByVariable) {
    SettingsSource source = new SettingsSource(Kind.ENVIRONMENT);
    for (Map.Entry<String, String> variable : new TreeMap<>(keysByVariable).entrySet()) {
      String key = variable.getValue();
      String value = environment.getOrDefault(variable.getKey(), "").strip();
      if (!value.isEmpty()) {
        source.settings.put(key, new Setting(key, value, variable.getKey()));
      }
    }
    return source;
  }

  /**
   * A file's settings: none where there is no file; what is wrong with it is among the problems.
   */
  static SettingsSource file(Kind kind, Path path, String name) {
    SettingsSource source = new SettingsSource(kind);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return source;
    } catch (CharacterCodingException e) {
      source.problems.add("Reading settings from " + name + " failed: not UTF-8 text");
    } catch (IOException e) {
      source.problems.add("Reading settings from " + name + " failed: " + IoReasons.of(e));
    } catch (IllegalArgumentException e) {
      source.problems.add(
          "Reading settings from " + name + " failed: \\u without four hexadecimal digits");
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      source.settings.put(key, new Setting(key, properties.getProperty(key).strip(), name));
    }
    return source;
  }

  Kind kind() {
    return kind;
  }

  Collection<Setting> settings() {
    return settings.values();
  }

  List<String> problems() {
    return problems;
  }

  /** The setting of the first existing key. */
  Optional<Setting> first(List<String> keys) {
    for (String key : keys) {
      Setting setting = settings.get(key);
      if (setting != null) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
