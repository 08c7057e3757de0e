package dev.perftriage.log;

/**
 * A part of a log that the parser did not understand.
 *
 * @param line its line, from 1
 * @param what what it is, as a noun phrase
 */
public record ParseWarning(int line, String what) {}
