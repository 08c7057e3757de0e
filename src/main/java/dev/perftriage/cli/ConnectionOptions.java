package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import dev.perftriage.source.http.Connection;
import java.nio.file.Path;

/** The option for the way to the services; proxies and further certificates are variables. */
final class ConnectionOptions {

  private static final int DELETE = 0x7F;

  private final Option<Path> ca =
      Option.of(Path.class, "FILE", "--ca")
          .describe(
              "Certificates in PEM format to trust besides those of Java and the system, also"
                  + " SSL_CERT_FILE.");

  Option<Path> ca() {
    return ca;
  }

  /** The connection that the option and the environment describe. */
  Connection connection(CommandContext context) {
    requireSendable(context.environment().getOrDefault("GITHUB_TOKEN", "").strip());
    try {
      return Connection.of(
          Version.userAgent(),
          ca.given().map(context.directory()::resolve),
          context.environment(),
          context.directory());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static void requireSendable(String token) {
    if (!token.chars().allMatch(c -> c > ' ' && c < DELETE)) {
      throw new UsageException(
          "GITHUB_TOKEN contains a character that no token has: a space, a control character or"
              + " one beyond ASCII. Copy the token again, or unset the variable.");
    }
  }
}
