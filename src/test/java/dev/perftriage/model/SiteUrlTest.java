package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.SiteUrl.Page;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        .hasValue(
            new SiteUrl(SiteUrl.HOST, Page.COMPARISON, "a", "b", Optional.of(SIZE), Map.of()));
  }

  @Test
  void aRangesAddressIsReadAsItIsWritten() {
    String address = SiteUrl.range(new Sha("a"), new Sha("b"), SIZE);

    assertThat(address)
        .isEqualTo(
            "https://perf.rust-lang.org/?start=a&end=b&absolute=false&stat=size%3Alinked_artifact");
    assertThat(SiteUrl.between(address))
        .hasValue(
            new SiteUrl(
                SiteUrl.HOST,
                Page.RANGE,
                "a",
                "b",
                Optional.of(SIZE),
                Map.of("absolute", "false")));
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

    assertThat(url)
        .isEqualTo(
            new SiteUrl("localhost", Page.COMPARISON, "a", "b+", Optional.empty(), Map.of()));
  }

  @Test
  void anAddressCopiedFromHtmlIsTheSame() {
    String address = "https://perf.rust-lang.org/compare.html?start=a&end=b&name=x%26y&end=c";

    assertThat(SiteUrl.parse(address.replace("&", "&amp;"))).isEqualTo(SiteUrl.parse(address));
    assertThat(SiteUrl.parse(address).orElseThrow().end()).isEqualTo("b");
    assertThat(SiteUrl.parse(address).orElseThrow().others()).isEqualTo(Map.of("name", "x&y"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://perf.rust-lang.org, RANGE",
    "https://perf.rust-lang.org/?start=a, RANGE",
    "https://perf.rust-lang.org/index.html?start=a, RANGE",
    "https://perf.rust-lang.org/perf/compare.html, COMPARISON",
    "https://perf.rust-lang.org/status.html, OTHER",
  })
  void aPageIsKnownByItsPath(String address, Page page) {
    assertThat(SiteUrl.parse(address).orElseThrow().page()).isEqualTo(page);
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
