package dev.perftriage.source.http;

import dev.perftriage.source.wire.Payload;
import java.util.List;

/**
 * A payload as received, and the value read from it.
 *
 * @param etags what to ask by whether each of its pages is still the same; empty if the service
 *     does not say, and for a page of which it does not
 */
public record Fetched<T>(Payload payload, T value, List<String> etags) {

  /** Copies the list. */
  public Fetched {
    etags = List.copyOf(etags);
  }

  /** A payload that is not asked for again. */
  public Fetched(Payload payload, T value) {
    this(payload, value, List.of());
  }

  /** What to ask by whether a page is still the same; empty if unknown. */
  String etag(int page) {
    return page <= etags.size() ? etags.get(page - 1) : "";
  }
}
