package dev.perftriage.model;

/**
 * The result of one test case: of the compile benchmarks, or a benchmark of the runtime suite,
 * which measures the speed of compiled code, not of the compiler.
 *
 * @param testCase what was measured
 * @param result its values
 */
public record TestCaseComparison(TestCase testCase, TestResultComparison result) {}
