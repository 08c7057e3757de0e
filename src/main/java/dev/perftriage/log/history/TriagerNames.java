package dev.perftriage.log.history;

import dev.perftriage.log.TriageLog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names the authors of logs: in lower case, because logins ignore case, and one name for each
 * person whom logs name in several ways.
 */
final class TriagerNames {

  /** Other names in published logs, each with the usual one. */
  private static final Map<String, String> USUAL_NAMES =
      Map.of(
          "mark-simulacrum", "simulacrum",
          "ecstatic-morse", "ecstaticmorse",
          "rylevick", "rylev",
          "njn", "nnethercote");

  private static final Pattern LOGIN = Pattern.compile("[\\w-]+");

  private TriagerNames() {}

  /** The authors of a log, each once. */
  static List<String> of(TriageLog log) {
    return log.triagers().stream().map(TriagerNames::usual).distinct().toList();
  }

  private static String usual(String name) {
    if (!LOGIN.matcher(name).matches()) {
      return name;
    }
    String login = name.toLowerCase(Locale.ROOT);
    return USUAL_NAMES.getOrDefault(login, login);
  }
}
