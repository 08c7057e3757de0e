package dev.perftriage.model;

/**
 * The result of one test case of the compile benchmarks.
 *
 * @param testCase what was measured
 * @param result its values
 */
public record CompileComparison(TestCase testCase, TestResultComparison result) {}
