package dev.perftriage.model;

/** A comparison that measures one pull request alone: its own merge or a try build. */
public record StandaloneMeasurement(int pr, Sha start, Sha end) {}
