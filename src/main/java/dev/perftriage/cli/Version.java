package dev.perftriage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version and commit, as recorded by the build. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {text(recorded("version.properties"), recorded("commit.properties"))};
  }

  /**
   * What {@code --version} prints.
   *
   * @param commit the commit that was built and its date in UTC, and whether the sources were
   *     changed since; empty if the build was not in a git checkout
   */
  static String text(Properties version, Properties commit) {
    String text = "perf-triage " + version.getProperty("version");
    if (commit.isEmpty()) {
      return text;
    }
    String changes = Boolean.parseBoolean(commit.getProperty("changed")) ? " with changes" : "";
    return text
        + (" (" + commit.getProperty("commit"))
        + (changes + ", " + commit.getProperty("date") + ")");
  }

  /** The value of the {@code User-Agent} header. */
  static String userAgent() {
    return "perf-triage/" + recorded("version.properties").getProperty("version");
  }

  private static Properties recorded(String name) {
    Properties properties = new Properties();
    try (InputStream resource = Version.class.getResourceAsStream(name)) {
      if (resource != null) {
        properties.load(resource);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
