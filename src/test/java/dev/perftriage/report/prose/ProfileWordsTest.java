package dev.perftriage.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.CompileSections.Section;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.model.profile.SizeChange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileWordsTest {

  private static final Sha BEFORE = new Sha("a".repeat(40));
  private static final Sha AFTER = new Sha("b".repeat(40));

  @ParameterizedTest
  @CsvSource({
    "480, +480",
    "-8265, '-8,265'",
    "0, 0",
  })
  void countsHaveASign(long change, String text) {
    assertThat(ProfileWords.count(change)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "45513521, +45.51 ms",
    "-1418182, -1.42 ms",
    "4999, 0 ms",
    "-4999, 0 ms",
    "-1500000000, '-1,500 ms'",
  })
  void timesAreInMillisecondsWithTwoDecimals(long nanoseconds, String text) {
    assertThat(ProfileWords.time(nanoseconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1000, 1031, +3.1%", "90, 0, -100.0%", "0, 70, new", "0, 0, -"})
  void aChangeFromNothingHasNoPercentage(long before, long after, String text) {
    assertThat(ProfileWords.relative(before, after)).isEqualTo(text);
  }

  @Test
  void aSectionOfOneSideHasNoShareOnTheOther() {
    CompileSections sections =
        new CompileSections(
            List.of(new Section("Frontend", 0.25), new Section("Linker", 0.75)),
            List.of(new Section("Frontend", Double.NaN), new Section("Backend", 1)));

    assertThat(ProfileWords.sections(sections).in(Markup.NONE))
        .isEqualTo("frontend 25.0% to -, backend - to 100.0%, linker 75.0% to -");
  }

  @Test
  void onlySizesThatChangedAreNamed() {
    assertThat(sizes(new SizeChange("linked_artifact", 2048, 3072), new SizeChange("ir", 1, 1)))
        .isEqualTo("linked_artifact 2.00 KiB to 3.00 KiB (+50.0%)");
    assertThat(sizes(new SizeChange("ir", 1, 1))).isEqualTo("1 artifact, as large as before");
    assertThat(sizes(new SizeChange("ir", 1, 1), new SizeChange("dwo_file", 2, 2)))
        .isEqualTo("2 artifacts, each as large as before");
    assertThat(sizes()).isEmpty();
  }

  private static String sizes(SizeChange... sizes) {
    QueryFigures none = new QueryFigures(0, 0, 0, 0);
    return ProfileWords.sizes(
            new SelfProfile(new QueryChange("Totals", none, none), List.of(), List.of(sizes)))
        .map(some -> some.in(Markup.NONE))
        .orElse("");
  }

  @Test
  void theCollectorsNamesDifferFromTheSites() {
    assertThat(
            ProfileWords.cachegrind(
                request("helloworld", "doc-json", "incr-patched: println", "cranelift")))
        .hasValue(
            "cargo build --release -p collector && ./target/release/collector profile_local"
                + " cachegrind +%s --rustc2 +%s --exact-match helloworld --profiles DocJson"
                    .formatted(BEFORE, AFTER)
                + " --scenarios IncrPatched --backends Cranelift");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "$(reboot)", "a;b", "`a`", "a\nb", ""})
  void aNameThatAShellWouldReadOtherwiseIsInNoCommand(String benchmark) {
    assertThat(ProfileWords.cachegrind(request(benchmark, "check", "full", "llvm"))).isEmpty();
  }

  @Test
  void addressesAreEncoded() {
    ProfileRequest request =
        request("a&b", "check", "incr-patched: println", TestCase.DEFAULT_BACKEND);

    assertThat(SiteUrl.detailedQuery(request))
        .isEqualTo(
            "https://perf.rust-lang.org/detailed-query.html?commit=%s&base_commit=%s"
                    .formatted(AFTER, BEFORE)
                + "&benchmark=a%26b-check&scenario=incr-patched%3A%20println");
    assertThat(SiteUrl.detailedQuery(request("a", "opt", "full", "cranelift")))
        .endsWith("&benchmark=a-opt&scenario=full&backend=cranelift");
    assertThat(SiteUrl.flameGraph(request))
        .endsWith(
            "&benchmark=a%26b&profile=check&scenario=incr-patched%3A%20println&backend=llvm"
                + "&target=x86_64-unknown-linux-gnu&type=flamegraph");
  }

  private static ProfileRequest request(
      String benchmark, String profile, String scenario, String backend) {
    return new ProfileRequest(
        BEFORE,
        AFTER,
        new TestCase(benchmark, profile, scenario, backend, TestCase.DEFAULT_TARGET));
  }
}
