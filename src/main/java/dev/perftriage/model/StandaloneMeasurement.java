package dev.perftriage.model;

/**
 * A comparison that measures one pull request alone: its own merge or a try build.
 *
 * @param pr its number
 * @param start the commit before
 * @param end the commit with it
 */
public record StandaloneMeasurement(int pr, Sha start, Sha end) {}
