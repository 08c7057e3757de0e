package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteUrlTest {

  private static final Metric SIZE = new Metric("size:linked_artifact");

  @Test
  void aComparisonsAddressIsReadAsItIsWritten() {
    String address = SiteUrl.comparison(new Sha("a"), new Sha("b"), SIZE);

    assertThat(address)
        .isEqualTo(
            "https://perf.rust-lang.org/compare.html?start=a&end=b&stat=size:linked_artifact");
    assertThat(SiteUrl.between(address))
        .hasValue(new SiteUrl(SiteUrl.HOST, true, "a", "b", Optional.of(SIZE)));
  }

  @Test
  void aRangesAddressIsReadAsItIsWritten() {
    String address = SiteUrl.range(new Sha("a"), new Sha("b"), SIZE);

    assertThat(address)
        .isEqualTo(
            "https://perf.rust-lang.org/?start=a&end=b&absolute=false&stat=size%3Alinked_artifact");
    assertThat(SiteUrl.between(address))
        .hasValue(new SiteUrl(SiteUrl.HOST, false, "a", "b", Optional.of(SIZE)));
  }

  @Test
  void aGraphShowsOneTestCase() {
    TestCase testCase =
        new TestCase("a b", "opt", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET);

    assertThat(SiteUrl.history(testCase, new Sha("s"), new Sha("e"), Metric.INSTRUCTIONS))
        .isEqualTo(
            "https://perf.rust-lang.org/?start=s&end=e&absolute=false&stat=instructions%3Au"
                + "&benchmark=a%20b&profile=opt&scenario=full");
  }

  @Test
  void aGraphNamesWhatElseTellsTheTestCaseApart() {
    TestCase testCase =
        new TestCase(
            "a", "opt", "full", "cranelift", "aarch64", Map.of("threads", "4", "a&b", "c d"));

    assertThat(SiteUrl.history(testCase, new Sha("s"), new Sha("e"), Metric.INSTRUCTIONS))
        .endsWith(
            "&benchmark=a&profile=opt&scenario=full&backend=cranelift&target=aarch64"
                + "&a%26b=c%20d&threads=4");
  }

  @Test
  void otherHostsPortsAndFragmentsAreUnderstood() {
    SiteUrl url =
        SiteUrl.parse(" HTTP://LocalHost:8080/perf/compare.html?end=b%2B&stat=&start=a#c ")
            .orElseThrow();

    assertThat(url).isEqualTo(new SiteUrl("localhost", true, "a", "b+", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perf.rust-lang.org/compare.html?start=a&end=b",
        "https://perf.rust-lang.org/compare.html?start=a",
        "https://perf.rust-lang.org/compare.html?start=&end=b",
        "https://example.org/compare.html?start=a&end=b",
        "https://example.org/?x=https://perf.rust-lang.org/compare.html?start=a&end=b",
      })
  void whatNamesNoTwoRevisionsOfThePublicSiteIsNone(String text) {
    assertThat(SiteUrl.between(text)).isEmpty();
  }
}
