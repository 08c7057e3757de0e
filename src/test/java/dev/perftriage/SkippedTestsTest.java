package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {

  @Test
  void everyReasonIsALineWithItsNumberOfTests() {
    assertThat(printed(WithoutBrowser.class, WithoutShell.class))
        .isEqualToNormalizingNewlines(
            """
            1 test skipped: another day
            3 tests skipped: no browser
            2 tests skipped: no shell
            """);
  }

  @Test
  void nothingIsPrintedWhereNothingIsSkipped() {
    assertThat(printed(Complete.class)).isEmpty();
  }

  private static String printed(Class<?>... classes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LauncherConfig config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (Class<?> tests : classes) {
      request.selectors(DiscoverySelectors.selectClass(tests));
    }
    LauncherFactory.create(config)
        .execute(
            request.build(), new SkippedTests(new PrintStream(out, true, StandardCharsets.UTF_8)));
    return out.toString(StandardCharsets.UTF_8);
  }

  static class WithoutBrowser {

    @BeforeAll
    static void open() {
      Assumptions.abort("no browser");
    }

    @Test
    void first() {}

    @Test
    void second() {}

    @Test
    void third() {}
  }

  static class WithoutShell {

    @Test
    void first() {
      Assumptions.abort("no shell");
    }

    @Test
    void second() {
      Assumptions.abort("no shell");
    }

    @Test
    @Disabled("another day")
    void third() {}
  }

  static class Complete {

    @Test
    void first() {}
  }
}
