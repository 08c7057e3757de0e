package dev.perftriage.model;

/**
 * How one test case of the compile benchmarks did.
 *
 * @param testCase what was measured
 * @param result its values
 */
public record CompileComparison(TestCase testCase, TestResultComparison result) {}
