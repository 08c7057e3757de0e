package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.cause.RollupMember;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.CauseSentences;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.VerdictSentence;
import dev.perftriage.report.prose.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draft notes under an entry, for the triager to edit. */
final class EntryNotes {

  private static final int LARGEST = 3;

  /** So many members of a rollup are named. */
  private static final int LIKELIEST = 3;

  private final Annotations annotations;
  private final ComparisonSummary entry;
  private final MergeVerdicts verdicts;
  private final MeasuredSeries series;

  private EntryNotes(Annotations annotations, ComparisonSummary entry) {
    this.annotations = annotations;
    this.entry = entry;
    this.verdicts = annotations.of(entry);
    this.series = annotations.verdicts().series();
  }

  /** The notes as a list, after an empty line; empty where there is nothing to say. */
  static String render(Annotations annotations, ComparisonSummary entry) {
    String notes =
        new EntryNotes(annotations, entry)
            .notes().stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
    return notes.isEmpty() ? "" : "\n" + notes;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    VerdictSentence.of(verdicts, series, MARKDOWN).ifPresent(notes::add);
    withoutNoise().ifPresent(notes::add);
    largest().ifPresent(notes::add);
    rollup().ifPresent(notes::add);
    labels().ifPresent(notes::add);
    return notes;
  }

  private Optional<String> withoutNoise() {
    boolean counts =
        verdicts
            .verdict()
            .filter(
                verdict -> verdict == EntryVerdict.NOISE || verdict == EntryVerdict.PARTLY_NOISE)
            .isPresent();
    if (!counts) {
      return Optional.empty();
    }
    Set<TestCase> noise =
        verdicts.noise().stream()
            .map(judged -> judged.change().testCase())
            .collect(Collectors.toSet());
    return Optional.of(
        "Without "
            + Numbers.counted(noise.size(), "noisy test case")
            + ": "
            + SummarySentences.rows(entry.without(noise))
            + ".");
  }

  private Optional<String> largest() {
    List<JudgedChange> changes = VerdictWords.largestFirst(verdicts);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    String largest =
        changes.stream()
            .limit(LARGEST)
            .map(
                judged ->
                    VerdictSentence.history(judged, series, entry.metric(), MARKDOWN)
                        + " "
                        + Numbers.percent(judged.change().change())
                        + " ("
                        + judged.verdict().label()
                        + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        (changes.size() > 1 ? "Largest: " : "Only: ")
            + largest
            + CauseSentences.correlation(entry, MARKDOWN).map(common -> "; " + common).orElse("")
            + ".");
  }

  private Optional<String> rollup() {
    List<RollupMember> members = annotations.members(entry);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    boolean told = members.get(0).weight() > members.get(members.size() - 1).weight();
    List<RollupMember> named = members.subList(0, Math.min(LIKELIEST, members.size()));
    int more = members.size() - named.size();
    return Optional.of(
        "Rollup of "
            + members.size()
            + (told ? ", likeliest cause first: " : ", no likeliest cause by title or label: ")
            + named.stream().map(this::member).collect(Collectors.joining("; "))
            + (more == 0 ? "" : "; and " + more + " more")
            + ".");
  }

  private String member(RollupMember member) {
    StandaloneMeasurement alone = annotations.alone().get(member.number());
    String labels =
        member
            .labels()
            .filter(known -> !known.isEmpty())
            .map(
                known ->
                    " ("
                        + known.stream().map(MARKDOWN::code).collect(Collectors.joining(", "))
                        + ")")
            .orElse("");
    String hint =
        alone == null
            ? ""
            : ", measured "
                + MARKDOWN.link(
                    "by itself", SiteUrl.comparison(alone.start(), alone.end(), entry.metric()));
    return MARKDOWN.link(
            "#" + member.number() + " " + TitleMarkdown.inLink(member.title()),
            new PullRef(member.number()).address())
        + labels
        + hint;
  }

  private Optional<String> labels() {
    List<String> phrases = new ArrayList<>();
    annotations
        .pull(entry)
        .flatMap(pull -> CauseSentences.labels(pull, MARKDOWN))
        .ifPresent(phrases::add);
    List<Merge> reverting = annotations.revertedBy(entry);
    if (!reverting.isEmpty()) {
      phrases.add(
          "reverted by "
              + reverting.stream().map(MARKDOWN::merge).collect(Collectors.joining(", ")));
    }
    if (phrases.isEmpty()) {
      return Optional.empty();
    }
    String sentence = String.join("; ", phrases);
    return Optional.of(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
  }
}
