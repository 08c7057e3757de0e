package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security lists the dependencies as they are. */
class SecurityPageTest {

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| ([\\w.]+:[^|]+) \\| ([\\d.]+) \\| (\\d{4}-\\d\\d-\\d\\d|not recorded) \\|");
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?s)<dependency>(?:(?!</dependency>).)*</dependency>");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

  @Test
  void everyListedVersionIsTheOneInUse() throws IOException {
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> String.valueOf(Path.of(path).getFileName()))
            .toList();
    Map<String, String> listed = listed();

    assertThat(listed).hasSizeGreaterThan(15);
    assertThat(listed)
        .allSatisfy(
            (artifact, version) -> assertThat(jars).contains(artifact + "-" + version + ".jar"));
  }

  @Test
  void everyDependencyOfTheProgramIsListed() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String whole = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
    List<String> own = new ArrayList<>();
    for (MatchResult dependency : DEPENDENCY.matcher(whole).results().toList()) {
      if (!dependency.group().contains("<scope>")) {
        own.add(ARTIFACT.matcher(dependency.group()).results().findFirst().orElseThrow().group(1));
      }
    }

    assertThat(own).hasSizeGreaterThan(10);
    assertThat(listed().keySet()).containsAll(own);
  }

  /** The version of each artifact; a row may name extensions of an artifact. */
  private static Map<String, String> listed() throws IOException {
    String page = Files.readString(Path.of("src/docs/security.md"));
    Map<String, String> listed = new LinkedHashMap<>();
    ROW.matcher(page)
        .results()
        .forEach(row -> listed.put(row.group(1).replaceAll(".*:", ""), row.group(2)));
    return listed;
  }
}
