package dev.perftriage.source.wire;

import dev.perftriage.model.BuildState;
import dev.perftriage.model.MemberBuild;
import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.RollupBuilds;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the comment in which a bot lists the builds of a rollup's members, in all its forms since
 * 2022.
 *
 * <p>Only a table at the top level of a bot's comment counts: it may be quoted by anybody, and in
 * titles there may be anything. The cells of a row are taken from its source, because a pipe in a
 * title that is not escaped would move the build out of the table.
 */
public final class RollupBuildsReader {

  /** Any account may quote the table; these two write it. */
  private static final List<String> BOTS = List.of(PullTimeline.TIMER, "rust-bors[bot]");

  private static final Pattern SHA = Pattern.compile("\\b[0-9a-f]{40}\\b");
  private static final Pattern NUMBER = Pattern.compile("\\[?#([1-9]\\d{0,8})\\b.*");
  private static final Pattern HEAD = Pattern.compile("\\|\\s*PR#\\s*\\|.*\\bPerf Build Sha\\b.*");
  private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

  /** Marks a member that could not be merged or built, even if its row has a SHA. */
  private static final Pattern FAILED = Pattern.compile(":x:|❌");

  private static final Pattern CONFLICTS = Pattern.compile("(?i)\\bconflict");
  private static final Pattern PARENT = Pattern.compile("(?i)parent commit|previous master");

  private static final Pattern ASKED =
      Pattern.compile("(?m)^@rust-timer (?:triage|build) .*$|^Queued [0-9a-f]{40}\\b");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private RollupBuildsReader() {}

  /**
   * The builds that the newest such comment lists; empty if there is none.
   *
   * @param discussion the timeline of a rollup, or its comments
   */
  public static Optional<RollupBuilds> read(PullTimeline discussion) {
    return discussion.comments().stream()
        .filter(comment -> BOTS.contains(comment.actor()))
        .map(PullEvent::text)
        .flatMap(body -> builds(body, askedFor(discussion)).stream())
        .reduce((older, newer) -> newer);
  }

  private static Set<Sha> askedFor(PullTimeline discussion) {
    Set<Sha> asked = new TreeSet<>();
    discussion.comments().stream()
        .flatMap(comment -> ASKED.matcher(comment.text()).results())
        .flatMap(line -> SHA.matcher(line.group()).results())
        .forEach(sha -> asked.add(new Sha(sha.group())));
    return asked;
  }

  private static Optional<RollupBuilds> builds(String body, Set<Sha> askedFor) {
    List<String> lines = body.lines().toList();
    Map<Integer, MemberBuild> members = new LinkedHashMap<>();
    Optional<Sha> parent = Optional.empty();
    for (Node node = PARSER.parse(String.join("\n", lines)).getFirstChild();
        node != null;
        node = node.getNext()) {
      List<String> source = source(node, lines);
      if (node instanceof TableBlock && HEAD.matcher(source.get(0)).matches()) {
        int columns = cells(source.get(0)).size();
        source.forEach(
            row -> member(row, columns).ifPresent(each -> members.put(each.pull(), each)));
      } else if (isParent(node)) {
        parent = last(String.join(" ", source));
      }
    }
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new RollupBuilds(parent, List.copyOf(members.values()), askedFor));
  }

  private static List<String> source(Node node, List<String> lines) {
    List<String> source = new ArrayList<>();
    for (SourceSpan span : node.getSourceSpans()) {
      source.add(lines.get(span.getLineIndex()).strip());
    }
    return source;
  }

  /** Whether a paragraph begins with {@code *parent commit*} or {@code *previous master*}. */
  private static boolean isParent(Node node) {
    return node instanceof Paragraph
        && node.getFirstChild() instanceof Emphasis emphasis
        && emphasis.getFirstChild() instanceof Text text
        && PARENT.matcher(text.getLiteral()).matches();
  }

  /**
   * The member in a row; empty for the head of the table and for rows without a number.
   *
   * @param columns the number of the table's columns; more cells are pipes in the title
   */
  private static Optional<MemberBuild> member(String row, int columns) {
    List<String> cells = cells(row);
    Matcher number = NUMBER.matcher(cells.get(0).strip());
    if (!number.matches()) {
      return Optional.empty();
    }
    int pull = Integer.parseInt(number.group(1));
    int last = Math.max(cells.size(), columns) - 1;
    String title =
        String.join("|", cells.subList(1, Math.max(1, Math.min(last, cells.size()))))
            .replace("\\|", "|")
            .strip();
    String build = last < cells.size() ? cells.get(last) : "";
    if (FAILED.matcher(build).find()) {
      return Optional.of(
          MemberBuild.without(
              pull,
              title,
              CONFLICTS.matcher(build).find() ? BuildState.CONFLICTS : BuildState.FAILED));
    }
    return Optional.of(
        last(build)
            .map(sha -> MemberBuild.built(pull, title, sha))
            .orElseGet(() -> MemberBuild.without(pull, title, BuildState.UNKNOWN)));
  }

  private static List<String> cells(String row) {
    int start = row.startsWith("|") ? 1 : 0;
    int end = row.length() > start && row.endsWith("|") ? row.length() - 1 : row.length();
    return List.of(PIPE.split(row.substring(start, end), -1));
  }

  private static Optional<Sha> last(String text) {
    return SHA.matcher(text)
        .results()
        .map(MatchResult::group)
        .reduce((former, latter) -> latter)
        .map(Sha::new);
  }
}
