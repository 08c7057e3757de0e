package dev.perftriage.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Searches for inputs that fail, guided by coverage. It starts with the files in the folder {@code
 * JazzerTestInputs} of the test resources, which are also those of {@code FuzzTargetsTest}.
 */
class JazzerTest {

  private static final String DURATION = "10m";

  @FuzzTest(maxDuration = DURATION)
  void comparison(byte[] input) throws IOException {
    FuzzTarget.COMPARISON.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void commitList(byte[] input) throws IOException {
    FuzzTarget.COMMIT_LIST.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void pullRequest(byte[] input) throws IOException {
    FuzzTarget.PULL_REQUEST.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void pullRequests(byte[] input) throws IOException {
    FuzzTarget.PULL_REQUESTS.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void timeline(byte[] input) throws IOException {
    FuzzTarget.TIMELINE.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void commit(byte[] input) throws IOException {
    FuzzTarget.COMMIT.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void dashboard(byte[] input) throws IOException {
    FuzzTarget.DASHBOARD.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void statusPage(byte[] input) throws IOException {
    FuzzTarget.STATUS_PAGE.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void selfProfile(byte[] input) throws IOException {
    FuzzTarget.SELF_PROFILE.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void sections(byte[] input) throws IOException {
    FuzzTarget.SECTIONS.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void profileIndex(byte[] input) throws IOException {
    FuzzTarget.PROFILE_INDEX.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void history(byte[] input) throws IOException {
    FuzzTarget.HISTORY.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void settings(byte[] input) throws IOException {
    FuzzTarget.SETTINGS.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void log(byte[] input) throws IOException {
    FuzzTarget.LOG.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void title(byte[] input) throws IOException {
    FuzzTarget.TITLE.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void compare(byte[] input) throws IOException {
    FuzzTarget.COMPARE.run(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void report(byte[] input) throws IOException {
    FuzzTarget.REPORT.run(input);
  }
}
