package dev.perftriage.source.http;

import dev.perftriage.source.wire.Payload;

/** A payload as it came, and what was read from it. */
public record Fetched<T>(Payload payload, T value) {}
