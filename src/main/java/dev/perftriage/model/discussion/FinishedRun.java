package dev.perftriage.model.discussion;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.Sha;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A benchmark run, as the site's bot reports it.
 *
 * @param start the commit that was compared with
 * @param end the measured commit
 */
public record FinishedRun(Sha start, Sha end) {

  private static final Pattern FINISHED = Pattern.compile("\\A\\s*Finished benchmarking commit\\b");
  private static final Pattern START = Pattern.compile("[?&]start=([0-9a-f]{40})(?![0-9a-f])");
  private static final Pattern END = Pattern.compile("[?&]end=([0-9a-f]{40})(?![0-9a-f])");
  private static final Pattern RESULT = Pattern.compile("(?m)^### Overall result: (.*)$");

  /** The last run that was reported before the pull request was merged; empty if there is none. */
  public static Optional<FinishedRun> lastBeforeMerge(PullTimeline timeline) {
    FinishedRun last = null;
    for (PullEvent event : timeline.events()) {
      if (event.kind() == PullEventKind.MERGED) {
        return Optional.ofNullable(last);
      }
      last = in(event).orElse(last);
    }
    return Optional.empty();
  }

  /** The last run that was reported until now; empty if there is none. */
  public static Optional<FinishedRun> last(PullTimeline timeline) {
    return timeline.events().stream()
        .flatMap(event -> in(event).stream())
        .reduce((former, latter) -> latter);
  }

  /** Whether a comment of the bot reports a run. */
  public static boolean isReportedBy(PullEvent event) {
    return event.kind() == PullEventKind.COMMENTED
        && event.actor().equals(PullTimeline.TIMER)
        && FINISHED.matcher(event.text()).find();
  }

  /** The result that the bot's comment states; empty if it states none. */
  public static String result(PullEvent report) {
    Matcher result = RESULT.matcher(report.text());
    return result.find() ? result.group(1) : "";
  }

  /** The run that a comment of the bot reports with a link to its comparison. */
  private static Optional<FinishedRun> in(PullEvent event) {
    if (!isReportedBy(event)) {
      return Optional.empty();
    }
    Matcher start = START.matcher(event.text());
    Matcher end = END.matcher(event.text());
    return start.find() && end.find()
        ? Optional.of(new FinishedRun(new Sha(start.group(1)), new Sha(end.group(1))))
        : Optional.empty();
  }
}
