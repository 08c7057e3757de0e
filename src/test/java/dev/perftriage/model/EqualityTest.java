package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualityTest {

  @Test
  void testCasesAreTheSameWhereAllTheirNamesAre() {
    TestCase testCase = new TestCase("b", "p", "s", "x", "t");

    assertThat(testCase)
        .isEqualTo(new TestCase("b", "p", "s", "x", "t"))
        .hasSameHashCodeAs(new TestCase("b", "p", "s", "x", "t"))
        .isNotEqualTo(new TestCase("c", "p", "s", "x", "t"))
        .isNotEqualTo(new TestCase("b", "c", "s", "x", "t"))
        .isNotEqualTo(new TestCase("b", "p", "c", "x", "t"))
        .isNotEqualTo(new TestCase("b", "p", "s", "c", "t"))
        .isNotEqualTo(new TestCase("b", "p", "s", "x", "c"));
  }

  @Test
  void metricsAreTheSameWhereTheirNamesAre() {
    assertThat(new Metric("max-rss"))
        .isEqualTo(new Metric("max-rss"))
        .hasSameHashCodeAs(new Metric("max-rss"))
        .isNotEqualTo(Metric.INSTRUCTIONS)
        .isNotEqualTo("max-rss");
  }
}
