package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.perftriage.model.ResolvedRevision;
import java.util.List;
import java.util.Objects;

/**
 * Resolved revisions as JSON: an array of objects with {@code revision} as given, {@code bound} (a
 * full SHA, a tag or a date), {@code time} in UTC, {@code pr} and {@code kind}; unknown values are
 * {@code null}.
 */
public final class JsonRevisions {

  private JsonRevisions() {}

  /** The revisions in their order, ending with a newline. */
  public static String render(List<ResolvedRevision> revisions) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (ResolvedRevision revision : revisions) {
      all.addObject()
          .put("revision", revision.word())
          .put("bound", revision.bound())
          .put("time", Objects.toString(revision.time(), null))
          .put("pr", revision.pr())
          .put("kind", revision.kind().label());
    }
    return Json.document(all);
  }
}
