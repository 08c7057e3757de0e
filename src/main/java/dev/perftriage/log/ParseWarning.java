package dev.perftriage.log;

/**
 * Something in a log that was not understood.
 *
 * @param line where it stands, from 1
 * @param what what it is
 */
public record ParseWarning(int line, String what) {}
