package dev.perftriage.model;

/**
 * A benchmark that fails at the later artifact and did not at the earlier one.
 *
 * @param benchmark its name
 * @param message what the compiler said, often several lines
 */
public record BenchmarkError(String benchmark, String message) {}
