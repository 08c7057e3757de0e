package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is asked for, as the site and as people read it. */
class ComparisonQueryTest {

  private static final String START = "1".repeat(40);
  private static final String END = "2".repeat(40);

  @Test
  void commitsAndReleasesAreFixedAndDaysAndOpenEndsAreNot() {
    assertThat(new Bound(START).isCommit()).isTrue();
    assertThat(new Bound("1.91.0").isCommit()).isFalse();
    assertThat(new Bound("1.91.0").isFixed()).isTrue();
    assertThat(new Bound("2025-11-03")).isEqualTo(Bound.on(LocalDate.of(2025, 11, 3)));
    assertThat(new Bound("")).isEqualTo(Bound.OPEN);
    assertThat(query(START, "1.91.0").isFixed()).isTrue();
    assertThat(query(START, "2025-11-03").isFixed()).isFalse();
    assertThat(query("", END).isFixed()).isFalse();
  }

  @Test
  void messagesNameItsEndsAndItsMetric() {
    ComparisonQuery query = ComparisonQuery.of(new Sha(START), new Sha(END), Metric.INSTRUCTIONS);

    assertThat(query).hasToString("11111111..22222222 by instructions:u");
    assertThat(query.by(new Metric("max-rss"))).hasToString("11111111..22222222 by max-rss");
    assertThat(query.to(new Sha("1.91.0"))).hasToString("11111111..1.91.0 by instructions:u");
    assertThat(new ComparisonQuery(Bound.OPEN, Bound.OPEN, Metric.INSTRUCTIONS))
        .hasToString("the last 30 days..the newest by instructions:u");
  }

  private static ComparisonQuery query(String start, String end) {
    return new ComparisonQuery(new Bound(start), new Bound(end), Metric.INSTRUCTIONS);
  }
}
