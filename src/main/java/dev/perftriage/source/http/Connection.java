package dev.perftriage.source.http;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How to connect to the services.
 *
 * @param userAgent the value of the {@code User-Agent} header
 * @param gitHubToken a token that raises GitHub's rate limit; empty if there is none
 * @param proxies the proxies to use
 * @param caFiles files of certificates to trust besides those of Java and the system
 * @param caFolders folders of such files
 */
public record Connection(
    String userAgent,
    Optional<String> gitHubToken,
    Proxies proxies,
    List<Path> caFiles,
    List<Path> caFolders) {

  public Connection {
    caFiles = List.copyOf(caFiles);
    caFolders = List.copyOf(caFolders);
  }

  /**
   * The connection that the environment describes.
   *
   * @param ca a further file of certificates to trust
   * @param environment may contain {@code GITHUB_TOKEN}, {@code HTTPS_PROXY}, {@code HTTP_PROXY},
   *     {@code ALL_PROXY}, {@code NO_PROXY}, {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR}
   * @param directory the folder that paths in the environment are relative to
   * @throws IllegalArgumentException if a variable is invalid; the message, a sentence, does not
   *     contain its value
   */
  public static Connection of(
      String userAgent, Optional<Path> ca, Map<String, String> environment, Path directory) {
    return new Connection(
        userAgent,
        Optional.ofNullable(environment.get("GITHUB_TOKEN"))
            .map(String::strip)
            .filter(token -> !token.isEmpty()),
        Proxies.of(environment),
        Stream.concat(ca.stream(), paths(environment, "SSL_CERT_FILE", directory).limit(1))
            .toList(),
        paths(environment, "SSL_CERT_DIR", directory).toList());
  }

  private static Stream<Path> paths(
      Map<String, String> environment, String variable, Path directory) {
    String value = environment.getOrDefault(variable, "");
    String separator = variable.endsWith("DIR") ? Pattern.quote(File.pathSeparator) : "\0";
    try {
      return Stream.of(value.split(separator, -1))
          .filter(path -> !path.isBlank())
          .map(directory::resolve)
          .toList()
          .stream();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(variable + " is not a path.", e);
    }
  }

  /** Its text does not contain the token. */
  @Override
  public String toString() {
    return userAgent;
  }
}
