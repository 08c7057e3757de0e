package dev.perftriage.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where cache and configuration are on Linux, macOS and Windows. */
class FolderTest {

  private static final String HOME = Path.of("home").toAbsolutePath().toString();
  private static final String LOCAL = Path.of("AppData/Local").toAbsolutePath().toString();
  private static final String CACHE = Path.of("cache").toAbsolutePath().toString();

  @Test
  void linuxAndMacOsHaveThemInTheHomeFolder() {
    assertThat(cache(Map.of("HOME", HOME))).contains(Path.of(HOME, ".cache", "perf-triage"));
    assertThat(configuration(Map.of("HOME", HOME)))
        .contains(Path.of(HOME, ".config", "perf-triage"));
  }

  @Test
  void windowsHasThemInItsLocalFolderEvenInAShellThatSetsHome() {
    assertThat(cache(Map.of("LOCALAPPDATA", LOCAL)))
        .contains(Path.of(LOCAL, "perf-triage", "cache"));
    assertThat(configuration(Map.of("LOCALAPPDATA", LOCAL, "HOME", HOME)))
        .contains(Path.of(LOCAL, "perf-triage", "config"));
  }

  @Test
  void theSpecificationsVariableTakesPrecedenceEverywhere() {
    assertThat(cache(Map.of("XDG_CACHE_HOME", CACHE, "LOCALAPPDATA", LOCAL, "HOME", HOME)))
        .contains(Path.of(CACHE, "perf-triage"));
  }

  @Test
  void relativePathsAreIgnored() {
    assertThat(cache(Map.of("XDG_CACHE_HOME", "cache", "LOCALAPPDATA", "Local"))).isEmpty();
    assertThat(cache(Map.of("XDG_CACHE_HOME", "", "LOCALAPPDATA", "", "HOME", HOME)))
        .contains(Path.of(HOME, ".cache", "perf-triage"));
  }

  @Test
  void withoutAnyThereIsNone() {
    assertThat(cache(Map.of())).isEmpty();
  }

  private static Optional<Path> cache(Map<String, String> environment) {
    return Configuration.folder(environment, "XDG_CACHE_HOME", ".cache");
  }

  private static Optional<Path> configuration(Map<String, String> environment) {
    return Configuration.folder(environment, "XDG_CONFIG_HOME", ".config");
  }
}
