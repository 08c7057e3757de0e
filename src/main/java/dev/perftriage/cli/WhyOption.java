package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import java.util.List;
import java.util.Locale;

/** Whether, and of how many changes, a report names the queries behind them. */
final class WhyOption {

  /** Settings may also be true or false. */
  final Option<String> option =
      Option.withOptionalValue("N", "--why")
          .completionCandidates(List.of("1", "2", "3"))
          .describe(
              "Name the queries of the compiler that changed at each listed merge, by the"
                  + " self-profiles of its N largest changes, noise aside; 1 to 3. Default: 1.");

  /** Of how many test cases of each listed merge; 0 for none. */
  int cases() {
    return option.given().map(WhyOption::cases).orElse(0);
  }

  private static int cases(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case AttachedOnly.NO_VALUE, "true", "1" -> 1;
      case "2" -> 2;
      case "3" -> 3;
      case "false" -> 0;
      default ->
          throw new UsageException(
              "--why: '" + word + "' is not one of 1, 2, 3; or give it without a value.");
    };
  }
}
