package dev.perftriage.source.http;

import dev.perftriage.source.wire.TextExcerpt;

/** Describes a response other than the one wanted. */
final class StatusText {

  private static final int EXCERPT_LENGTH = 200;

  private StatusText() {}

  /** The status, and the beginning of a body that is no page. */
  static String of(int code, String body) {
    String status = "HTTP status " + code;
    if (body.isBlank()) {
      return status;
    }
    return body.strip().startsWith("<")
        ? status + " with an HTML page"
        : status + ", \"" + TextExcerpt.of(body, EXCERPT_LENGTH) + "\"";
  }
}
