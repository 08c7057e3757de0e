package dev.perftriage.report.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * A logarithmic scale of significance factors, in powers of ten.
 *
 * @param lowest the lowest exponent
 * @param highest the highest exponent
 */
record FactorScale(int lowest, int highest) {

  /** Factors below a tenth are not distinguished. */
  private static final int LOWEST = -1;

  private static final int HIGHEST = 5;

  /** The scale that includes the threshold and some factors, which may be zero, infinite or NaN. */
  static FactorScale of(List<Double> factors) {
    double most = factors.stream().filter(Double::isFinite).reduce(1.0, Math::max);
    return new FactorScale(
        LOWEST, (int) Math.min(HIGHEST, Math.max(1, Math.ceil(Math.log10(most)))));
  }

  /** The exponent of a factor, clamped to the scale; {@code lowest} for factors up to zero. */
  double place(double factor) {
    return factor > 0 ? Math.max(lowest, Math.min(highest, Math.log10(factor))) : lowest;
  }

  /** A power of ten as a tick, such as {@code 0.1x}. */
  static String label(double exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen((int) Math.rint(exponent)).toPlainString() + "x";
  }
}
