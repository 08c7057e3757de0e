package dev.perftriage.cli;

import dev.perftriage.model.Sha;
import dev.perftriage.source.range.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows the progress of fetching on standard error: one updated line on a terminal, otherwise a new
 * line every few seconds.
 */
final class ProgressLine implements Progress {

  private static final int WIDTH = 78;
  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final ProgressBar bar;
  private final Runnable end;

  private ProgressLine(ProgressBar bar, Runnable end) {
    this.bar = bar;
    this.end = end;
  }

  /**
   * Progress on standard error.
   *
   * @param noun what is fetched, in the plural
   */
  static ProgressLine on(CommandContext context, String noun) {
    Output output = context.output();
    if (context.progressOnTerminal()) {
      return new ProgressLine(
          bar(noun, ON_TERMINAL, output::replaceLine), () -> output.replaceLine(""));
    }
    return new ProgressLine(bar(noun, ELSEWHERE, sparingly(output)), () -> {});
  }

  /** Skips the lines at the beginning and end of the bar: a short run needs no progress. */
  private static Consumer<String> sparingly(Output output) {
    AtomicLong last = new AtomicLong(System.nanoTime());
    return line -> {
      long now = System.nanoTime();
      if (now - last.get() > ELSEWHERE.toNanos() * 9 / 10) {
        last.set(now);
        output.messages().println(line.stripTrailing());
      }
    };
  }

  @Override
  public void on(int done, int total, Sha commit) {
    bar.maxHint(total);
    bar.stepTo(Math.max(done, bar.getCurrent()));
    bar.setExtraMessage(commit.shortened());
  }

  @Override
  public void close() {
    bar.close();
    end.run();
  }

  private static ProgressBar bar(String noun, Duration interval, Consumer<String> lines) {
    return new ProgressBarBuilder()
        .setInitialMax(1)
        .setRenderer(new ProgressWords(noun))
        .setUpdateIntervalMillis((int) interval.toMillis())
        .setConsumer(new DelegatingProgressBarConsumer(lines, WIDTH))
        .build();
  }
}
