package dev.perftriage.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A logarithmic scale of significance factors, between powers of ten.
 *
 * @param lowest where it begins
 * @param highest where it ends
 */
record FactorScale(double lowest, double highest) {

  /** A tenth of the threshold is noise, however small it is. */
  private static final double LOWEST = 0.1;

  private static final int HIGHEST_POWER = 6;

  /** The scale that holds some factors, which may be zero, infinite or NaN, and the threshold. */
  static FactorScale of(List<Double> factors) {
    double[] proper =
        factors.stream()
            .mapToDouble(Double::doubleValue)
            .filter(factor -> factor > 0 && Double.isFinite(factor))
            .sorted()
            .toArray();
    double most = proper.length == 0 ? 1 : Math.max(1, proper[proper.length - 1]);
    int to = (int) Math.min(HIGHEST_POWER, Math.max(1, Math.ceil(Math.log10(most))));
    return new FactorScale(LOWEST, Math.pow(10, to));
  }

  /** The nearest factor that the scale has; its beginning for one that is no number. */
  double within(double factor) {
    return Double.isNaN(factor) ? lowest : Math.max(lowest, Math.min(highest, factor));
  }

  /** A factor as a tick, such as {@code 0.1x}. */
  static String label(double factor) {
    return new BigDecimal(factor).round(new MathContext(1)).stripTrailingZeros().toPlainString()
        + "x";
  }
}
