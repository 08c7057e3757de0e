package dev.perftriage.app;

import dev.perftriage.source.io.Advice;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run over recorded answers, and what it says besides its result. */
final class Recorded {

  /** The recorded week that comes with the project. */
  static final Path WEEK = Path.of("samples/2025-11-03").toAbsolutePath();

  /** The ends of that week. */
  static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";

  static final String END = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";

  static final Advice ADVICE =
      new Advice(
          "fetch it",
          "allow more",
          "trust the issuer",
          "store elsewhere",
          "name commits",
          "swap the ends of the range");

  static final OptionNames OPTIONS = new OptionNames("START", "CHARTS", "PAGE");

  final List<String> notes = new ArrayList<>();
  final List<String> errors = new ArrayList<>();

  Diagnostics diagnostics() {
    return new Diagnostics(notes::add, errors::add);
  }

  /** A session of the recorded week, without network. */
  Session session() {
    return session(WEEK);
  }

  /** A session of a store, without network, on 2025-11-05. */
  Session session(Path store) {
    return Session.open(
        new Session.Settings(
            Optional.of(store),
            false,
            Optional.empty(),
            false,
            1,
            Clock.fixed(Instant.parse("2025-11-05T23:30:00Z"), ZoneOffset.UTC),
            ADVICE),
        notes::add);
  }
}
