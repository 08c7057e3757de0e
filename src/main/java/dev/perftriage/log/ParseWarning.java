package dev.perftriage.log;

/**
 * Something in a log that the parser did not understand.
 *
 * @param line its line, from 1
 * @param what a noun phrase for it
 */
public record ParseWarning(int line, String what) {}
