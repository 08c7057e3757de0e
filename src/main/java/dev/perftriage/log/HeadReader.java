package dev.perftriage.log;

import dev.perftriage.log.TriageLog.Passage;
import dev.perftriage.log.TriageLog.TextSpan;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.prose.SelectionSentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reads the part before the first section: title, opening, range, summary and counts. */
final class HeadReader {

  private static final Pattern TITLE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) Triage Log");
  private static final String CREDIT = "Triage done by ";
  private static final Pattern LOGIN = Pattern.compile("@([\\w?-]+)");
  private static final String NUMBER = "(\\d{1,6}|zero|one|none|no|\\?\\?\\?)\\s+";
  private static final Map<SectionKind, Pattern> SECTIONS =
      Map.of(
          SectionKind.REGRESSIONS, number("regressions?\\b"),
          SectionKind.IMPROVEMENTS, number("improvements?\\b"),
          SectionKind.MIXED, number("mixed\\b"));
  private static final Pattern ROLLUPS = number("of\\s+them\\s+[io]n\\s+rollups?\\b");
  private static final Pattern COMPARISONS =
      number("(?:(?:artifact\\s+)?comparisons\\s+made|revisions\\s+checked)\\b");

  /** Starts a sentence that this program adds to annotated reports. */
  private static final String GEOMETRIC_MEAN = "Geometric mean over ";

  private static final String SUMMARY = "Summary:";
  private static final String SLICE = "Only test cases with ";

  private final LogText source;
  private final TableReader tables;
  private final List<ParseWarning> warnings;

  private Optional<LocalDate> title = Optional.empty();
  private Optional<TextSpan> opening = Optional.empty();
  private Optional<TextSpan> credit = Optional.empty();
  private List<String> triagers = List.of();
  private final List<LogLink> ranges = new ArrayList<>();
  private final List<LogTable> summary = new ArrayList<>();
  private StatedCounts counts = StatedCounts.NONE;
  private final List<TextSpan> countLines = new ArrayList<>();

  HeadReader(LogText source, TableReader tables, List<ParseWarning> warnings) {
    this.source = source;
    this.tables = tables;
    this.warnings = warnings;
  }

  private static Pattern number(String what) {
    return Pattern.compile(NUMBER + what, Pattern.CASE_INSENSITIVE);
  }

  /** Reads one block of the head. */
  void read(Node block) {
    if (block instanceof TableBlock table) {
      tables.read(table).ifPresentOrElse(summary::add, () -> warn(block, "a table"));
      tables.takeNotes().forEach(note -> warnings.add(new ParseWarning(note.line(), note.words())));
      return;
    }
    String words = SyntaxTree.words(block);
    boolean isTitle = readTitle(block, words);
    boolean isCredit = readCredit(block, words);
    boolean isCounts = readCounts(block);
    if (isTitle
        || isCredit
        || isCounts
        || words.equals(SUMMARY)
        || words.startsWith(SLICE)
        || words.startsWith(GEOMETRIC_MEAN)
        || words.startsWith(SelectionSentences.NOT_IN_MEAN)
        || words.startsWith(SelectionSentences.NOT_IN_TABLE)
        || isNameOfTable(block, words)
        || isListOfCaveats(block)
        || block instanceof LinkReferenceDefinition) {
      return;
    }
    if (credit.isPresent()) {
      warn(block, "'" + abbreviated(words) + "'");
    } else {
      TextSpan lines = source.lines(block);
      opening = Optional.of(new TextSpan(opening.orElse(lines).start(), lines.end()));
    }
  }

  /** Whether a block is a report's list of what limits its figures, above the summary. */
  private boolean isListOfCaveats(Node block) {
    return block instanceof BulletList && credit.isPresent() && summary.isEmpty();
  }

  /** Whether a block is the link above a further metric's table. */
  private static boolean isNameOfTable(Node block, String words) {
    return SyntaxTree.all(block, Link.class).stream()
        .anyMatch(
            link ->
                SiteUrl.isPublic(link.getDestination())
                    && words.equals(SyntaxTree.words(link) + ":"));
  }

  private boolean readTitle(Node block, String words) {
    Matcher found = TITLE.matcher(words);
    if (title.isPresent()
        || !(block instanceof Heading || block instanceof Paragraph)
        || !found.matches()) {
      return false;
    }
    title = LogFiles.date(found.group(1));
    return true;
  }

  private boolean readCredit(Node block, String words) {
    if (words.startsWith(CREDIT) || ranges.isEmpty()) {
      readRanges(block);
    }
    if (credit.isPresent() || !words.startsWith(CREDIT)) {
      return words.startsWith("Revision range:");
    }
    credit = Optional.of(source.lines(block));
    // A credit may take several lines; the range usually follows in the same paragraph.
    triagers =
        LOGIN
            .matcher(source.written(block).split("Revision", -1)[0])
            .results()
            .map(login -> login.group(1))
            .toList();
    if (triagers.isEmpty()) {
      String name = words.substring(CREDIT.length()).split("[.\\s]", 2)[0];
      triagers = name.isEmpty() ? List.of() : List.of(name);
    }
    return true;
  }

  /** Reads the range: usually one link, but two for a week whose history had forked. */
  private void readRanges(Node block) {
    LogLink.allIn(block, source).stream()
        .filter(link -> link.text().contains(".."))
        .filter(link -> link.destination().isEmpty() || SiteUrl.isPublic(link.destination()))
        .forEach(ranges::add);
  }

  /** Reads the numbers that a paragraph states; some logs state them in the opening. */
  private boolean readCounts(Node block) {
    if (!(block instanceof Paragraph)) {
      return false;
    }
    SortedMap<SectionKind, StatedNumber> sections = new TreeMap<>();
    SECTIONS.forEach(
        (kind, pattern) -> stated(block, pattern).ifPresent(number -> sections.put(kind, number)));
    Optional<StatedNumber> rollups = stated(block, ROLLUPS);
    Optional<StatedNumber> comparisons = stated(block, COMPARISONS);
    boolean isCountsLine =
        sections.containsKey(SectionKind.REGRESSIONS)
            && sections.containsKey(SectionKind.IMPROVEMENTS);
    if (!isCountsLine && rollups.isEmpty() && comparisons.isEmpty()) {
      return false;
    }
    counts =
        new StatedCounts(
            isCountsLine ? sections : counts.sections(),
            rollups.or(counts::rollups),
            comparisons.or(counts::comparisons));
    if (credit.isEmpty()) {
      return false;
    }
    countLines.add(source.lines(block));
    return true;
  }

  private Optional<StatedNumber> stated(Node block, Pattern pattern) {
    Matcher found = pattern.matcher(source.written(block));
    if (!found.find()) {
      return Optional.empty();
    }
    OptionalInt value =
        switch (found.group(1).toLowerCase(Locale.ROOT)) {
          case "zero", "none", "no" -> OptionalInt.of(0);
          case "one" -> OptionalInt.of(1);
          case "???" -> OptionalInt.empty();
          default -> OptionalInt.of(Integer.parseInt(found.group(1)));
        };
    int start = SyntaxTree.start(block);
    return Optional.of(new StatedNumber(value, start + found.start(1), start + found.end(1)));
  }

  private void warn(Node block, String what) {
    warnings.add(new ParseWarning(source.line(block), what));
  }

  private static String abbreviated(String words) {
    int limit = 60;
    return words.length() <= limit ? words : words.substring(0, limit) + "…";
  }

  /** The whole log, given its sections. */
  TriageLog log(
      List<LogSection> sections,
      List<LogLink> links,
      List<Passage> passages,
      List<Passage> brokenLinks) {
    return new TriageLog(
        source,
        title,
        opening.orElse(new TextSpan(0, 0)),
        triagers,
        credit,
        ranges,
        summary,
        counts,
        countLines,
        sections,
        links,
        passages,
        brokenLinks,
        warnings);
  }
}
