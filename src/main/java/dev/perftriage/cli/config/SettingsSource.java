package dev.perftriage.cli.config;

import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.SizeLimit;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings of one file, or those of the environment.
 *
 * @param settings the settings by key, in alphabetical order
 * @param problems the errors in the file, each in a sentence
 */
record SettingsSource(Trust trust, Map<String, Setting> settings, List<String> problems) {

  private static final long LARGEST_BYTES = 1 << 20;

  /** Where a source comes from, which decides what it may set. */
  enum Trust {
    /** Environment variables of the user. */
    ENVIRONMENT,
    /** The folder's file, which may have been downloaded. */
    PROJECT,
    /** The user's own file. */
    USER
  }

  /** The environment variables that set options; blank ones are ignored. */
  static SettingsSource environment(
      Map<String, String> environment, Map<String, String> keysByVariable) {
    Map<String, Setting> settings = new TreeMap<>();
    keysByVariable.forEach(
        (variable, key) -> {
          String value = environment.getOrDefault(variable, "").strip();
          if (!value.isEmpty()) {
            settings.put(key, new Setting(key, value, variable));
          }
        });
    return new SettingsSource(Trust.ENVIRONMENT, settings, List.of());
  }

  /** The settings of a file; empty if it does not exist. */
  static SettingsSource file(Trust trust, Path path, String name) {
    Properties properties = new Properties();
    List<String> problems = new ArrayList<>();
    try {
      properties.load(new StringReader(content(path)));
    } catch (NoSuchFileException e) {
      return new SettingsSource(trust, Map.of(), problems);
    } catch (CharacterCodingException e) {
      problems.add("Reading settings from " + name + " failed: not UTF-8 text");
    } catch (IOException e) {
      problems.add("Reading settings from " + name + " failed: " + IoReasons.of(e));
    } catch (IllegalArgumentException e) {
      problems.add(
          "Reading settings from " + name + " failed: \\u without four hexadecimal digits");
    }
    Map<String, Setting> settings = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      settings.put(key, new Setting(key, properties.getProperty(key).strip(), name));
    }
    return new SettingsSource(trust, settings, problems);
  }

  private static String content(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    // Reading a pipe could wait forever.
    if (attributes.isOther()) {
      throw new IOException("it is a pipe or a device, not a file");
    }
    SizeLimit largest = new SizeLimit(LARGEST_BYTES, "no settings are that large");
    ByteBuffer content = ByteBuffer.wrap(largest.read(path));
    return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
  }

  /** Whether there are neither settings nor errors. */
  boolean isEmpty() {
    return settings.isEmpty() && problems.isEmpty();
  }

  /** The setting of the first existing key. */
  Optional<Setting> first(List<String> keys) {
    return keys.stream().map(settings::get).filter(Objects::nonNull).findFirst();
  }
}
