package dev.perftriage.log.check;

import dev.perftriage.log.TriageLog;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule of the check. A new rule goes into the list of the class for its subject, such as {@link
 * LinkRules}; commands, help and completion take it from there.
 *
 * @param name its name on the command line and in output, such as {@code link-empty}
 * @param description what it finds; {@value #PREVIOUS_LOG} stands for the previous log
 * @param repairs whether it can repair some of its findings
 * @param check the violations in a log
 */
public record LogRule(
    String name,
    String description,
    boolean repairs,
    BiFunction<TriageLog, CheckContext, Stream<Violation>> check) {

  /** The placeholder for the previous log in a description. */
  public static final String PREVIOUS_LOG = "{previous}";

  static LogRule finding(
      String name, String description, Function<TriageLog, Stream<Violation>> check) {
    return new LogRule(name, description, false, (log, context) -> check.apply(log));
  }

  static LogRule finding(
      String name,
      String description,
      BiFunction<TriageLog, CheckContext, Stream<Violation>> check) {
    return new LogRule(name, description, false, check);
  }

  static LogRule repairing(
      String name, String description, Function<TriageLog, Stream<Violation>> check) {
    return new LogRule(name, description, true, (log, context) -> check.apply(log));
  }

  Stream<Finding> findings(TriageLog log, CheckContext context) {
    return check.apply(log, context).map(violation -> new Finding(name, violation));
  }
}
