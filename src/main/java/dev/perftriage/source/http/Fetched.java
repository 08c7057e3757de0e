package dev.perftriage.source.http;

import dev.perftriage.source.wire.Payload;

/**
 * A payload and what was read from it.
 *
 * @param payload as it came
 * @param value what it says
 */
public record Fetched<T>(Payload payload, T value) {}
