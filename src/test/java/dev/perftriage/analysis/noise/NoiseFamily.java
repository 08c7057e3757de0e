package dev.perftriage.analysis.noise;

/** Kinds of series that verdicts are measured on: a usual mix, and more of one cause. */
enum NoiseFamily {
  /** The usual mix alone. */
  USUAL {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.04, false, 2, 0.06, 0.18);
    }
  },
  /** Measurements with very heavy tails and up to 1 % spread. */
  HEAVY_TAILS {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.03, false, 2, 0.06, 0.18);
    }

    @Override
    void measure(DrawnSeries series) {
      series.measure(5e-4, 8e-3, 2);
    }
  },
  /** Two levels, on each of which a test case stays for long or for short. */
  SWITCHING_WITH_MEMORY {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.08, false, 2, 0.02, 0.5);
    }
  },
  /** Three levels. */
  THREE_LEVELS {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.06, false, 3, 0.04, 0.25);
    }
  },
  /** All test cases of a benchmark switch together. */
  ONE_CRATE {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.05, true, 2, 0.04, 0.2);
      series.rareModes(0.05, true, 0.04);
    }
  },
  /** Days of the machine. */
  MACHINE_DAYS {
    @Override
    void draw(DrawnSeries series) {
      series.machineDays(0.03);
      series.levels(0.04, false, 2, 0.06, 0.18);
    }
  },
  /** Nearly everything moves for good at a few merges. */
  COLLECTOR_CHANGE {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.04, false, 2, 0.06, 0.18);
      for (int merge = 20; merge < series.merges; merge += 70) {
        series.collectorChange(merge);
      }
    }
  },
  /** Steps that are undone without a word. */
  SILENT_FIXES {
    @Override
    void draw(DrawnSeries series) {
      series.fixes(Truth.SILENT_FIX, 0.12, 2, 40, 0);
      series.levels(0.03, false, 2, 0.06, 0.18);
    }
  },
  /** Steps of which a part is undone. */
  PARTIAL_FIXES {
    @Override
    void draw(DrawnSeries series) {
      series.fixes(Truth.PARTIAL_FIX, 0.12, 1, 15, 0.4);
      series.levels(0.03, false, 2, 0.06, 0.18);
    }
  },
  /** Steps that are reverted by name after one to forty merges. */
  REVERTS {
    @Override
    void draw(DrawnSeries series) {
      series.fixes(Truth.REVERT, 0.12, 1, 40, 0);
      series.levels(0.03, false, 2, 0.06, 0.18);
    }
  },
  /** Two steps within five merges. */
  TWO_STEPS {
    @Override
    void draw(DrawnSeries series) {
      series.fixes(Truth.PARTIAL_FIX, 0.1, 1, 5, 2);
      series.levels(0.03, false, 2, 0.06, 0.18);
    }
  },
  /** Unmeasured merges and values, after which the site's threshold is the default. */
  HOLES {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.04, false, 2, 0.06, 0.18);
    }

    @Override
    void measure(DrawnSeries series) {
      series.measure(2e-4, 3e-3, 5);
      series.holes(0.02, 0.005);
    }
  },
  /** Test cases that appear and vanish. */
  APPEARING {
    @Override
    void draw(DrawnSeries series) {
      series.levels(0.05, false, 2, 0.06, 0.18);
    }

    @Override
    void measure(DrawnSeries series) {
      series.measure(2e-4, 3e-3, 5);
      series.appearing(0.4);
    }
  };

  private static final int BENCHMARKS = 50;

  /** The thresholds of the first week and its context look back on these. */
  static final int BEFORE = 62;

  static final int WEEK = 42;
  static final int WEEKS = 6;

  /** The family's series for a seed. */
  DrawnSeries series(long seed) {
    return series(seed, BEFORE);
  }

  /** The family's series for a seed, with so many merges before the first week. */
  DrawnSeries series(long seed, int before) {
    DrawnSeries series =
        new DrawnSeries(BENCHMARKS, before + WEEKS * WEEK, seed * 1000 + name().hashCode());
    series.steps(0.05, 0.15, 0.3);
    series.fixes(Truth.REVERT, 0.02, 1, 40, 0);
    series.fixes(Truth.SILENT_FIX, 0.02, 2, 40, 0);
    series.rareModes(0.06, false, 0.03);
    series.rareModes(0.02, true, 0.03);
    series.levels(0.02, true, 2, 0.06, 0.18);
    draw(series);
    measure(series);
    return series.judgedBySite();
  }

  abstract void draw(DrawnSeries series);

  void measure(DrawnSeries series) {
    series.measure(2e-4, 3e-3, 5);
  }
}
