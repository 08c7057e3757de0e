package dev.perftriage.model;

/**
 * The result of one test case of the compile benchmarks, or of a benchmark of the runtime suite,
 * which measures the speed of compiled code, not of the compiler.
 */
public record TestCaseComparison(TestCase testCase, TestResultComparison result) {}
