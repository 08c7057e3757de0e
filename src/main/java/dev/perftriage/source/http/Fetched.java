package dev.perftriage.source.http;

import dev.perftriage.source.wire.Payload;

/** A payload as received, and the value read from it. */
public record Fetched<T>(Payload payload, T value) {}
