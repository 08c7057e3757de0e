package dev.perftriage.model;

/**
 * A comparison that measures one pull request alone: its own merge or a try build.
 *
 * @param pr its number
 * @param start the full SHA of the commit before
 * @param end the full SHA of the commit with it
 */
public record StandaloneMeasurement(int pr, String start, String end) {}
