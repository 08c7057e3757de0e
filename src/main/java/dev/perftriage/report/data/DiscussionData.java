package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.discussion.Mention;
import dev.perftriage.model.discussion.TriagedLabel;
import dev.perftriage.report.PullNews;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was said about a pull request as JSON. */
final class DiscussionData {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DiscussionData() {}

  static ObjectNode of(PullNews news) {
    ObjectNode node = NODES.objectNode();
    node.set("triaged", news.discussion().triaged().map(DiscussionData::triaged).orElse(null));
    node.set("before_merge", news.beforeMerge().map(DiscussionData::run).orElse(null));
    return node.set(
        "mentions", Json.array(news.discussion().mentions().stream().map(DiscussionData::mention)));
  }

  private static ObjectNode triaged(TriagedLabel label) {
    return NODES
        .objectNode()
        .put("by", nullIfEmpty(label.actor()))
        .put("at", label.time().toString())
        .put("justification", nullIfEmpty(label.justification()))
        .put("comment", nullIfEmpty(label.comment()));
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static ObjectNode run(ComparisonSummary run) {
    return NODES
        .objectNode()
        .put("parent", run.before().commit().text())
        .put("commit", run.after().commit().text())
        .set("summary", SelectionData.summary(run));
  }

  private static ObjectNode mention(Mention mention) {
    return NODES
        .objectNode()
        .put("pr", mention.number())
        .put("title", mention.title())
        .put("state", mention.state().name().toLowerCase(Locale.ROOT));
  }
}
