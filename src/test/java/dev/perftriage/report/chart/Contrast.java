package dev.perftriage.report.chart;

/** The contrast of colours by WCAG 2; colours are numbers of three bytes: red, green, blue. */
final class Contrast {

  private Contrast() {}

  /** The contrast of two colours, from 1 to 21. */
  static double of(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** A colour in front of another one. */
  static int mixed(int fill, int ground, double opacity) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double channel =
          opacity * ((fill >> shift) & 0xFF) + (1 - opacity) * ((ground >> shift) & 0xFF);
      mixed |= (int) Math.round(channel) << shift;
    }
    return mixed;
  }

  /** A colour as the filter {@code grayscale(1)} of style sheets shows it. */
  static int grey(int rgb) {
    int shade =
        (int)
            Math.round(
                0.2126 * ((rgb >> 16) & 0xFF)
                    + 0.7152 * ((rgb >> 8) & 0xFF)
                    + 0.0722 * (rgb & 0xFF));
    return shade * 0x010101;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear((rgb >> 16) & 0xFF)
        + 0.7152 * linear((rgb >> 8) & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
