package dev.perftriage.source;

import dev.perftriage.model.DataException;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.source.http.GitHub;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.PullRequestReader;
import dev.perftriage.source.wire.TimelineReader;
import java.time.Clock;
import java.util.function.IntFunction;

/**
 * What was said and done about pull requests of rust-lang/rust, by their numbers. It changes within
 * minutes, so that stored answers are asked for again, and are there for later runs without the
 * network. Each source throws a {@link DataException} if the data is unavailable.
 *
 * @param timelines what happened to a pull request until now
 * @param recentTimelines what happened to a pull request until a few minutes ago at most
 * @param recentPulls pull requests with their labels of a few minutes ago at most
 */
public record Discussions(
    IntFunction<PullTimeline> timelines,
    IntFunction<PullTimeline> recentTimelines,
    IntFunction<PullRequest> recentPulls) {

  static Discussions offline(StoredData stored) {
    IntFunction<PullTimeline> timelines =
        number ->
            stored
                .value(StoreLayout.timeline(number), answer -> TimelineReader.read(answer, number))
                .orElseThrow(() -> stored.missing("no timeline of #" + number));
    return new Discussions(
        timelines,
        timelines,
        number ->
            stored
                .intactPull(number)
                .orElseThrow(() -> stored.missing("no pull request #" + number)));
  }

  static Discussions online(Services services, Cache cache, Clock clock) {
    ChangingAnswers answers = new ChangingAnswers(cache, clock);
    GitHub gitHub = services.gitHub();
    return new Discussions(
        number ->
            answers.newest(
                StoreLayout.timeline(number),
                answer -> TimelineReader.read(answer, number),
                () -> gitHub.timeline(number),
                known -> gitHub.timeline(number, known)),
        number ->
            answers.recent(
                StoreLayout.timeline(number),
                answer -> TimelineReader.read(answer, number),
                () -> gitHub.timeline(number),
                known -> gitHub.timeline(number, known)),
        number ->
            answers.recent(
                StoreLayout.pull(number),
                answer -> PullRequestReader.read(answer, number),
                () -> gitHub.pull(number),
                known -> gitHub.pull(number, known)));
  }
}
