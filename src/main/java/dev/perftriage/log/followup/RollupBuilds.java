package dev.perftriage.log.followup;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.Sha;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The builds of a rollup's members, each merged alone, as a bot lists them in a comment.
 *
 * @param parent the commit that they were merged onto
 * @param builds in the rollup's order; members that could not be built are left out
 */
public record RollupBuilds(Sha parent, List<MemberBuild> builds) {

  /** Any account may quote the table; these two write it. */
  private static final List<String> BOTS = List.of(PullTimeline.TIMER, "rust-bors[bot]");

  private static final String HEADING = "for each rolled up PR:";
  private static final Pattern PARENT =
      Pattern.compile("\\*(?:parent commit|previous master)\\*:[^\\n]*\\b([0-9a-f]{40})\\b");
  private static final Pattern SHA = Pattern.compile("\\b[0-9a-f]{40}\\b");
  private static final Pattern NUMBER = Pattern.compile("#(\\d{1,9})\\s*");

  /** Marks a member that could not be merged or built, even if its row has a SHA. */
  private static final Pattern FAILED = Pattern.compile(":x:|❌");

  private static final Pattern ASKED =
      Pattern.compile("(?m)^@rust-timer (?:triage|build) (.*)$|^Queued ([0-9a-f]{40})\\b");

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** Copies the list. */
  public RollupBuilds {
    builds = List.copyOf(builds);
  }

  /** The builds that the newest of a bot's comments lists; empty if there is no such comment. */
  public static Optional<RollupBuilds> in(PullTimeline timeline) {
    return timeline.comments().stream()
        .filter(comment -> BOTS.contains(comment.actor()))
        .map(PullEvent::text)
        .filter(body -> body.contains(HEADING))
        .reduce((older, newer) -> newer)
        .flatMap(RollupBuilds::read);
  }

  /** The builds that nobody has asked to measure yet in a rollup's comments. */
  public RollupBuilds notAskedFor(PullTimeline timeline) {
    String asked =
        timeline.comments().stream()
            .flatMap(comment -> ASKED.matcher(comment.text()).results())
            .map(found -> found.group())
            .reduce("", (some, more) -> some + " " + more);
    return new RollupBuilds(
        parent, builds.stream().filter(build -> !asked.contains(build.sha().text())).toList());
  }

  private static Optional<RollupBuilds> read(String body) {
    Matcher parent = PARENT.matcher(body);
    if (!parent.find()) {
      return Optional.empty();
    }
    List<MemberBuild> builds = new ArrayList<>();
    PARSER
        .parse(body)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                  build(node).ifPresent(builds::add);
                } else {
                  visitChildren(node);
                }
              }
            });
    return Optional.of(new RollupBuilds(new Sha(parent.group(1)), builds));
  }

  private static Optional<MemberBuild> build(Node row) {
    Matcher number = NUMBER.matcher(words(row.getFirstChild()));
    String cell = words(row.getLastChild());
    if (!number.matches() || FAILED.matcher(cell).find()) {
      return Optional.empty();
    }
    return SHA.matcher(cell)
        .results()
        .reduce((former, latter) -> latter)
        .map(sha -> new MemberBuild(Integer.parseInt(number.group(1)), new Sha(sha.group())));
  }

  /** The text of a cell, with the destinations of its links. */
  private static String words(Node cell) {
    StringBuilder words = new StringBuilder();
    if (cell instanceof TableCell) {
      cell.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text text) {
              words.append(text.getLiteral()).append(' ');
            }

            @Override
            public void visit(Code code) {
              words.append(code.getLiteral()).append(' ');
            }

            @Override
            public void visit(Link link) {
              visitChildren(link);
              words.append(link.getDestination()).append(' ');
            }
          });
    }
    return words.toString();
  }

  /**
   * A member's own build.
   *
   * @param pull the member's number
   * @param sha the try build
   */
  public record MemberBuild(int pull, Sha sha) {}
}
