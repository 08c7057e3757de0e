package dev.perftriage.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user's cache folder, by the XDG base directory specification. */
final class CacheFolder {

  private static final String NAME = "perf-triage";

  private CacheFolder() {}

  /** Where the cache is; empty where the environment names no place for it. */
  static Optional<Path> in(Map<String, String> environment) {
    return absolute(environment.get("XDG_CACHE_HOME"))
        .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(".cache")))
        .map(caches -> caches.resolve(NAME));
  }

  /** The specification says to ignore a path that is not absolute. */
  private static Optional<Path> absolute(@Nullable String path) {
    try {
      return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
