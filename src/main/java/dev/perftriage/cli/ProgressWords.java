package dev.perftriage.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Progress in words: how much is done, the time that has passed and that is left.
 *
 * @param noun what is counted, in the plural
 */
record ProgressWords(String noun) implements ProgressBarRenderer {

  private static final int PERCENT = 100;

  @Override
  public String render(ProgressState progress, int maxLength) {
    String words =
        words(progress.getCurrent(), progress.getMax(), progress.getElapsedAfterStart())
            + " "
            + progress.getExtraMessage();
    return words.substring(0, Math.min(words.length(), maxLength)).stripTrailing();
  }

  /** The words, such as {@code 12 of 30 comparisons (40%), 0:24 passed, about 0:36 left}. */
  String words(long done, long total, Duration passed) {
    String left =
        done == 0
            ? ""
            : ", about " + clock(passed.multipliedBy(total - done).dividedBy(done)) + " left";
    return "%s of %s %s (%s%%), %s passed%s"
        .formatted(done, total, noun, PERCENT * done / Math.max(1, total), clock(passed), left);
  }

  private static String clock(Duration time) {
    String hours = time.toHours() > 0 ? time.toHours() + ":" : "";
    String minutes =
        hours.isEmpty() ? Long.toString(time.toMinutes()) : twoDigits(time.toMinutesPart());
    return hours + minutes + ":" + twoDigits(time.toSecondsPart());
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
