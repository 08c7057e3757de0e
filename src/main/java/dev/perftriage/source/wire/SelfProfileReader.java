package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.model.profile.SizeChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the site's answer about self-profiles: those of the later compiler, and how each figure
 * differs from the earlier compiler's, in the same order. The share of all time is not read: it is
 * -100 where the site could not compute it.
 */
public final class SelfProfileReader {

  private static final String TOTALS = "totals";
  private static final String QUERIES = "query_data";
  private static final String SIZES = "artifact_sizes";

  private final WireInput in;

  private SelfProfileReader(WireInput in) {
    this.in = in;
  }

  /**
   * The self-profiles of both compilers; empty if the answer has none of the earlier one.
   *
   * @param answer MessagePack or JSON
   * @throws DataException if it is something else
   */
  public static Optional<SelfProfile> read(Payload answer) {
    return WireInput.read(
        answer,
        "an answer about self-profiles",
        new NameInterner(),
        in -> new SelfProfileReader(in).profiles(answer));
  }

  private Optional<SelfProfile> profiles(Payload answer) throws IOException {
    Part profile = null;
    Part delta = null;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "profile" -> profile = part();
        case "base_profile_delta" -> delta = part();
        default -> in.skip();
      }
    }
    Part after = in.required(profile, "profile");
    if (delta == null) {
      return Optional.empty();
    }
    if (delta.queries.size() != after.queries.size()) {
      throw new DataException(
          "%s: the lists of queries differ, %s in profile and %s in base_profile_delta"
              .formatted(answer.origin(), after.queries.size(), delta.queries.size()));
    }
    List<QueryChange> queries = new ArrayList<>();
    for (int i = 0; i < after.queries.size(); i++) {
      queries.add(change(after.queries.get(i), delta.queries.get(i)));
    }
    return Optional.of(
        new SelfProfile(change(after.totals, delta.totals), queries, sizes(after, delta)));
  }

  private static QueryChange change(Entry after, Entry delta) {
    return new QueryChange(after.label, after.figures.minus(delta.figures), after.figures);
  }

  /** None if the two lists do not belong together: one of the compilers was measured without. */
  private static List<SizeChange> sizes(Part after, Part delta) {
    List<SizeChange> sizes = new ArrayList<>();
    for (int i = 0; delta.sizes.size() == after.sizes.size() && i < after.sizes.size(); i++) {
      Size size = after.sizes.get(i);
      sizes.add(new SizeChange(size.label, size.bytes - delta.sizes.get(i).bytes, size.bytes));
    }
    return sizes;
  }

  /** Null if the value is null. */
  private @Nullable Part part() throws IOException {
    if (!in.beginObject()) {
      return null;
    }
    Entry totals = null;
    List<Entry> queries = null;
    List<Size> sizes = List.of();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case TOTALS -> totals = entry();
        case QUERIES -> queries = in.requiredList(unused -> entry());
        case SIZES -> sizes = in.list(unused -> size());
        default -> in.skip();
      }
    }
    return new Part(in.required(totals, TOTALS), in.required(queries, QUERIES), sizes);
  }

  private Entry entry() throws IOException {
    in.beginRequiredObject();
    String label = "";
    Long invocations = null;
    Long selfTime = null;
    long cacheHits = 0;
    long loadTime = 0;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "label" -> label = in.required(in.text(), "label");
        case "invocation_count" -> invocations = in.whole();
        case "self_time" -> selfTime = in.whole();
        case "number_of_cache_hits" -> cacheHits = orNone(in.whole());
        case "incremental_load_time" -> loadTime = orNone(in.whole());
        default -> in.skip();
      }
    }
    return new Entry(
        label,
        new QueryFigures(
            in.required(invocations, "invocation_count"),
            in.required(selfTime, "self_time"),
            cacheHits,
            loadTime));
  }

  private Size size() throws IOException {
    in.beginRequiredObject();
    String label = "";
    Long bytes = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "label" -> label = in.required(in.text(), "label");
        case "bytes" -> bytes = in.whole();
        default -> in.skip();
      }
    }
    return new Size(label, in.required(bytes, "bytes"));
  }

  private static long orNone(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  /** One side of the answer. */
  private record Part(Entry totals, List<Entry> queries, List<Size> sizes) {}

  /** A query; differences have no label. */
  private record Entry(String label, QueryFigures figures) {}

  /** An artifact; differences have no label. */
  private record Size(String label, long bytes) {}
}
