package dev.perftriage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as recorded by the build. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"perf-triage " + number()};
  }

  /** The value of the {@code User-Agent} header. */
  static String userAgent() {
    return "perf-triage/" + number();
  }

  private static String number() {
    Properties properties = new Properties();
    try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
