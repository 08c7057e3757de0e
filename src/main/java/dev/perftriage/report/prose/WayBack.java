package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseRule;
import dev.perftriage.analysis.noise.NoiseVerdict;

/** How changes went back, or were the way back: the phrases for it. */
enum WayBack {
  /** A revert that names the merge did it. */
  REVERTED(NoiseVerdict.REVERTED, NoiseRule.REVERT) {
    @Override
    String later(boolean isOne) {
      return (isOne ? " was" : " were") + " reverted by ";
    }

    @Override
    String earlier(boolean isOne) {
      return (isOne ? " comes" : " come") + " from reverting ";
    }

    @Override
    String ending() {
      return "";
    }
  },
  /** Several benchmarks did. */
  TOGETHER(NoiseVerdict.UNDONE, NoiseRule.UNDONE_TOGETHER) {
    @Override
    String later(boolean isOne) {
      return " went back together" + (isOne ? " with others" : "") + " at ";
    }

    @Override
    String earlier(boolean isOne) {
      return " went back together" + (isOne ? " with others" : "") + " after ";
    }
  },
  /** Most test cases did. */
  MACHINE(NoiseVerdict.ENVIRONMENT, NoiseRule.UNDONE_TOGETHER) {
    @Override
    String later(boolean isOne) {
      return " went back with most test cases at ";
    }

    @Override
    String earlier(boolean isOne) {
      return " went back with most test cases after ";
    }

    @Override
    String ending() {
      return ", which looks like the machine";
    }
  },
  /** A test case or a few did. */
  ALONE(NoiseVerdict.UNDONE, NoiseRule.WENT_BACK) {
    @Override
    String later(boolean isOne) {
      return " went back at ";
    }

    @Override
    String earlier(boolean isOne) {
      return " went back after ";
    }
  },
  /** It was a spike. */
  SPIKE(NoiseVerdict.RETURNED, NoiseRule.SPIKE) {
    @Override
    String later(boolean isOne) {
      return " returned by " + (isOne ? "itself" : "themselves") + " at ";
    }

    @Override
    String earlier(boolean isOne) {
      return " returned from " + (isOne ? "a spike" : "spikes") + " that began at ";
    }

    @Override
    String ending() {
      return "";
    }
  };

  private final NoiseVerdict verdict;
  private final NoiseRule rule;

  WayBack(NoiseVerdict verdict, NoiseRule rule) {
    this.verdict = verdict;
    this.rule = rule;
  }

  boolean isOf(JudgedChange judged) {
    return judged.verdict() == verdict && judged.evidence().decidedBy() == rule;
  }

  /** What comes before the names of later merges, at which the changes went back. */
  abstract String later(boolean isOne);

  /** What comes before the names of earlier merges, from which the changes are the way back. */
  abstract String earlier(boolean isOne);

  /** What comes after the names. */
  String ending() {
    return ", cause unknown";
  }
}
