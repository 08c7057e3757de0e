package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Draft;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.prose.CulpritSentences;
import dev.perftriage.report.prose.FixSentences;
import dev.perftriage.report.prose.NewsSentences;
import dev.perftriage.report.prose.NoiseSentence;
import dev.perftriage.report.prose.ScopeSentence;
import dev.perftriage.report.prose.UndoneSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Short draft notes under an entry, for the triager to edit and publish: one to three bullets on
 * size and scope, cause, noise, what became of it and who judged it. Under Improvements only noise
 * and reverts are worth a note, as in published logs.
 */
record DraftNotes(Annotations annotations, ComparisonSummary entry, MergeVerdicts verdicts) {

  private static final int MOST_BULLETS = 3;

  /**
   * The notes as a list; empty without notes.
   *
   * @param others the entry by further metrics, if they have anything relevant of their own
   * @param profiles what self-profiles say of it; empty if not requested
   */
  static String render(
      Annotations annotations,
      ComparisonSummary entry,
      List<ComparisonSummary> others,
      List<ProfiledCase> profiles) {
    return new DraftNotes(annotations, entry, annotations.of(entry)).list(others, profiles);
  }

  private String list(List<ComparisonSummary> others, List<ProfiledCase> profiles) {
    List<String> bullets = new ArrayList<>();
    if (entry.direction() == Direction.IMPROVEMENT) {
      add(bullets, ProfileNotes.brief(profiles));
      add(bullets, aftermath());
    } else {
      add(bullets, Stream.concat(scope().stream(), others.stream().flatMap(DraftNotes::brief)));
      add(bullets, Stream.concat(causes(), ProfileNotes.brief(profiles)));
      add(bullets, aftermath());
      add(bullets, news());
    }
    while (bullets.size() > MOST_BULLETS) {
      String last = bullets.remove(bullets.size() - 1);
      bullets.add(bullets.remove(bullets.size() - 1) + " " + last);
    }
    return bullets.stream()
        .map(bullet -> "- " + bullet + " " + Draft.MARK + "\n")
        .collect(Collectors.joining());
  }

  private static void add(List<String> bullets, Stream<String> sentences) {
    String bullet = sentences.collect(Collectors.joining(" "));
    if (!bullet.isEmpty()) {
      bullets.add(bullet);
    }
  }

  /** Size and scope of all but the noise that has a sentence of its own. */
  private Optional<String> scope() {
    Set<TestCase> noise =
        verdicts.notableNoise().stream()
            .map(judged -> judged.change().testCase())
            .collect(Collectors.toSet());
    return ScopeSentence.of(entry.without(noise), MARKDOWN);
  }

  /** A further metric in a few words. */
  private static Stream<String> brief(ComparisonSummary other) {
    return ScopeSentence.brief(other, MARKDOWN).stream()
        .map(words -> MARKDOWN.code(other.metric().name()) + ": " + words + ".");
  }

  /** Which members of a rollup did it, by measurement. */
  private Stream<String> causes() {
    return annotations.rollup(entry).stream()
        .flatMap(rollup -> new CulpritSentences(rollup).all().stream())
        .map(phrase -> phrase.in(MARKDOWN) + ".");
  }

  private Stream<String> aftermath() {
    MeasuredSeries series = annotations.verdicts().series();
    return Stream.of(
            new NoiseSentence(verdicts, series, MARKDOWN).text().stream(),
            new UndoneSentence(verdicts, series, MARKDOWN).text().stream(),
            FixSentences.of(annotations.fixes(), entry.after().commit()).stream()
                .map(phrase -> phrase.in(MARKDOWN) + "."))
        .flatMap(sentences -> sentences);
  }

  private Stream<String> news() {
    NewsSentences news = new NewsSentences(annotations, entry, MARKDOWN);
    return Stream.of(news.mentions(), news.triaged(), news.beforeMerge()).flatMap(Optional::stream);
  }
}
