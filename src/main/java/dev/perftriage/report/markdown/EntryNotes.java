package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.cause.Correlation;
import dev.perftriage.analysis.cause.Rollup.RollupMember;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.StandaloneMeasurement;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.CulpritSentences;
import dev.perftriage.report.prose.FixSentences;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.VerdictSentence;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draft notes under an entry, for the triager to edit. */
record EntryNotes(
    Annotations annotations,
    ComparisonSummary entry,
    MergeVerdicts verdicts,
    VerdictSentence sentence) {

  private static final String TRIAGED = "perf-regression-triaged";
  private static final String REGRESSION = "perf-regression";
  private static final Pattern EXPECTED =
      Pattern.compile(
          ".*\\bexpected\\b.*\\b(?:perf|regression)\\b.*|.*\\b(?:perf|regression)\\b.*\\bexpected\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final int LARGEST = 3;

  /** The maximum number of named members of a rollup. */
  private static final int LIKELIEST = 3;

  /** The notes as a list; empty without notes. */
  static String render(Annotations annotations, ComparisonSummary entry) {
    MergeVerdicts verdicts = annotations.of(entry);
    VerdictSentence sentence =
        new VerdictSentence(
            verdicts,
            annotations.verdicts().series(),
            annotations.fixes().ofAndBy(entry.after().commit()),
            MARKDOWN);
    return new EntryNotes(annotations, entry, verdicts, sentence).list();
  }

  private String list() {
    return Stream.of(
            Stream.of(sentence.text(), withoutNoise(), largest()),
            culprits(),
            fixes(),
            Stream.of(rollup(), labels()))
        .flatMap(some -> some)
        .flatMap(Optional::stream)
        .map(note -> "- " + note + "\n")
        .collect(Collectors.joining());
  }

  private Optional<String> withoutNoise() {
    Set<TestCase> noise =
        verdicts.noise().stream()
            .map(judged -> judged.change().testCase())
            .collect(Collectors.toSet());
    return verdicts
        .verdict()
        .filter(verdict -> verdict == EntryVerdict.NOISE || verdict == EntryVerdict.PARTLY_NOISE)
        .map(
            unused ->
                "Without %s: %s."
                    .formatted(
                        Numbers.counted(noise.size(), "noisy test case"),
                        SummarySentences.rows(entry.without(noise))));
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
                    "%s %s (%s)"
                        .formatted(
                            sentence.history(judged),
                            Numbers.percent(judged.change().change()),
                            judged.verdict().label()))
            .collect(Collectors.joining(", "));
    String kind = changes.size() > 1 ? "Largest: " : "Only: ";
    return Optional.of(kind + largest + correlation().orElse("") + ".");
  }

  /** {@code ; all on `doc`}, {@code ; 12 of 14 on `incr-unchanged`}. */
  private Optional<String> correlation() {
    return Correlation.of(entry.relevant().toList())
        .map(
            found ->
                "; %s on %s"
                    .formatted(
                        found.count() == found.total()
                            ? "all"
                            : found.count() + " of " + found.total(),
                        MARKDOWN.code(found.value())));
  }

  /** Who moved what in a rollup, by measurement. */
  private Stream<Optional<String>> culprits() {
    return annotations
        .rollup(entry)
        .map(rollup -> new CulpritSentences(rollup).all())
        .orElse(List.of())
        .stream()
        .map(sentence -> Optional.of(sentence.in(MARKDOWN) + "."));
  }

  private Stream<Optional<String>> fixes() {
    return FixSentences.of(annotations.fixes(), entry.after().commit()).stream()
        .map(sentence -> Optional.of(sentence.in(MARKDOWN) + "."));
  }

  /** Whom to suspect; nobody if the measurements tell. */
  private Optional<String> rollup() {
    List<RollupMember> members = annotations.members(entry);
    boolean isMeasured =
        annotations.rollup(entry).filter(rollup -> !rollup.culprits().isEmpty()).isPresent();
    if (members.isEmpty() || isMeasured) {
      return Optional.empty();
    }
    boolean told = members.get(0).weight() > members.get(members.size() - 1).weight();
    List<RollupMember> named = members.subList(0, Math.min(LIKELIEST, members.size()));
    int more = members.size() - named.size();
    return Optional.of(
        "Rollup of %s, %s: %s%s."
            .formatted(
                members.size(),
                told ? "likeliest cause first" : "no likeliest cause by title or label",
                named.stream().map(this::member).collect(Collectors.joining("; ")),
                more == 0 ? "" : "; and " + more + " more"));
  }

  private String member(RollupMember member) {
    StandaloneMeasurement alone = annotations.alone().get(member.number());
    String labels =
        member.labels().orElse(List.of()).stream()
            .map(MARKDOWN::code)
            .collect(Collectors.joining(", "));
    String hint =
        alone == null
            ? ""
            : ", measured "
                + MARKDOWN.link(
                    "by itself", SiteUrl.comparison(alone.start(), alone.end(), entry.metric()));
    return MARKDOWN.titledPull(member.number(), member.title())
        + (labels.isEmpty() ? "" : " (" + labels + ")")
        + hint;
  }

  private Optional<String> labels() {
    String labels = annotations.pull(entry).map(EntryNotes::labels).orElse("");
    String reverting =
        annotations.revertedBy(entry).stream()
            .map(MARKDOWN::merge)
            .collect(Collectors.joining(", "));
    String sentence =
        Stream.of(labels, reverting.isEmpty() ? "" : "reverted by " + reverting)
            .filter(phrase -> !phrase.isEmpty())
            .collect(Collectors.joining("; "));
    return sentence.isEmpty()
        ? Optional.empty()
        : Optional.of(SummarySentences.capitalized(sentence) + ".");
  }

  /** The meaning of a pull request's performance labels; empty if it has none. */
  private static String labels(PullRequest pull) {
    return pull.labels().stream()
        .flatMap(label -> meaning(label, pull).stream())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> meaning(String label, PullRequest pull) {
    if (label.equals(TRIAGED)) {
      return Optional.of("already triaged (" + MARKDOWN.code(label) + ")");
    }
    if (EXPECTED.matcher(label).matches()) {
      return Optional.of("regression expected (" + MARKDOWN.code(label) + ")");
    }
    return label.equals(REGRESSION) && !pull.labels().contains(TRIAGED)
        ? Optional.of("labelled " + MARKDOWN.code(label) + ", not triaged yet")
        : Optional.empty();
  }
}
