package dev.perftriage.analysis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The sums of comparable values. Unlike in a mean of relative changes, large benchmarks weigh more.
 * Sums are exact and rounded once, whatever the order.
 *
 * @param before the sum of the values before, in the metric's own unit
 * @param after the sum of the values after, in the same unit
 */
public record TotalChange(double before, double after) {

  static TotalChange of(Collection<TestCaseChange> changes) {
    return new TotalChange(
        sum(changes, some -> some.result().before()), sum(changes, some -> some.result().after()));
  }

  /** An exact sum of finite values, rounded once. */
  static <T> double sum(Collection<T> parts, ToDoubleFunction<T> value) {
    return parts.stream()
        .map(part -> new BigDecimal(value.applyAsDouble(part)))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /**
   * The relative change of the sum, as a fraction; infinite if only the earlier sum is zero, NaN if
   * both are.
   */
  public double change() {
    return (after - before) / before;
  }
}
