package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.analysis.profile.QueryRanking;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.CompileSections.Section;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.model.profile.SizeChange;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.WhyReport;
import dev.perftriage.report.WhyReport.ProfiledMetric;
import dev.perftriage.report.prose.ProfileWords;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Self-profiles as JSON: numbers in full, times in nanoseconds, shares as fractions. {@code
 * why.schema.json} describes the fields.
 */
public final class JsonWhy {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonWhy() {}

  /** The whole document, ending with a newline. */
  public static String render(WhyReport report) {
    ObjectNode root = NODES.objectNode();
    root.put("commit", report.after().commit().text());
    root.put("parent", report.before().commit().text());
    root.put("pr", report.after().pr());
    root.set(
        "comparisons",
        Json.array(
            report.metrics().stream().map(metric -> comparison(metric, report.withAllQueries()))));
    return Json.document(root);
  }

  private static ObjectNode comparison(ProfiledMetric metric, boolean withAll) {
    ObjectNode node = NODES.objectNode();
    node.put("metric", metric.comparison().facts().metric().name());
    SelectionData.putFilter(node, metric.comparison().selection());
    node.put("candidates", metric.candidates());
    return node.set("cases", Json.array(metric.cases().stream().map(each -> test(each, withAll))));
  }

  /** What is known of one test case. */
  static ObjectNode test(ProfiledCase profiled, boolean withAll) {
    ObjectNode node = SelectionData.names(profiled.change().testCase());
    node.put("change", profiled.change().change());
    node.set(
        "self_profile", profiled.profile().map(profile -> profile(profile, withAll)).orElse(null));
    node.set("sections", profiled.sections().map(JsonWhy::sections).orElse(null));
    node.putPOJO("problems", profiled.problems());
    node.put("details", SiteUrl.detailedQuery(profiled.request()));
    node.put("flame_graph", SiteUrl.flameGraph(profiled.request()));
    return node.put("cachegrind", ProfileWords.cachegrind(profiled.request()).orElse(null));
  }

  private static ObjectNode profile(SelfProfile profile, boolean withAll) {
    QueryRanking ranking = new QueryRanking(profile);
    List<QueryChange> queries = withAll ? ranking.all() : ranking.largest();
    ObjectNode node = NODES.objectNode();
    node.put("query_count", profile.queries().size());
    node.set("totals", figures(NODES.objectNode(), profile.totals(), null));
    node.set("queries", Json.array(queries.stream().map(query -> query(query, ranking.whole()))));
    return node.set("sizes", Json.array(profile.sizes().stream().map(JsonWhy::size)));
  }

  private static ObjectNode query(QueryChange query, QueryFigures whole) {
    return figures(NODES.objectNode().put("label", query.label()), query, whole);
  }

  /** Adds figures; those of all queries have no share of themselves. */
  private static ObjectNode figures(
      ObjectNode node, QueryChange query, @Nullable QueryFigures whole) {
    QueryFigures before = query.before();
    QueryFigures after = query.after();
    node.set(
        "invocations",
        figure(
            before.invocations(), after.invocations(), whole == null ? null : whole.invocations()));
    node.set(
        "self_time",
        figure(before.selfTime(), after.selfTime(), whole == null ? null : whole.selfTime()));
    node.set(
        "cache_hits",
        figure(before.cacheHits(), after.cacheHits(), whole == null ? null : whole.cacheHits()));
    return node.set(
        "incremental_load_time",
        figure(before.loadTime(), after.loadTime(), whole == null ? null : whole.loadTime()));
  }

  private static ObjectNode figure(long before, long after, @Nullable Long whole) {
    ObjectNode node = NODES.objectNode();
    node.put("before", before).put("after", after).put("change", after - before);
    if (whole != null) {
      OptionalDouble share = QueryRanking.share(after - before, whole);
      node.put("share", share.isPresent() ? (Double) share.getAsDouble() : null);
    }
    return node;
  }

  private static ObjectNode size(SizeChange size) {
    return NODES
        .objectNode()
        .put("label", size.label())
        .put("before", size.before())
        .put("after", size.after());
  }

  private static ObjectNode sections(CompileSections sections) {
    ObjectNode node = NODES.objectNode();
    node.set("before", shares(sections.before().stream()));
    return node.set("after", shares(sections.after().stream()));
  }

  private static ArrayNode shares(Stream<Section> sections) {
    return Json.array(
        sections.map(
            each -> NODES.objectNode().put("name", each.name()).put("share", each.share())));
  }
}
