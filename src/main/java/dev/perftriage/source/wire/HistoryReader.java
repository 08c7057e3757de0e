package dev.perftriage.source.wire;

import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteHistory;
import dev.perftriage.model.SiteHistory.Point;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the site's history of one test case. */
public final class HistoryReader {

  private HistoryReader() {}

  /**
   * The history; empty if the site has no values of that test case. Throws a {@code DataException}
   * for any other payload.
   */
  public static Optional<SiteHistory> read(Payload payload) {
    return WireInput.read(
        payload, "a history of a test case", new NameInterner(), HistoryReader::history);
  }

  private static Optional<SiteHistory> history(WireInput in) throws IOException {
    in.beginRequiredObject();
    List<Merged> commits = null;
    List<Graph> graphs = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "commits" -> commits = in.requiredList(HistoryReader::merged);
        case "graphs" -> graphs = in.requiredList(HistoryReader::graph);
        default -> in.skip();
      }
    }
    List<Merged> merges = in.required(commits, "commits");
    List<Graph> all = in.required(graphs, "graphs");
    return all.isEmpty() ? Optional.empty() : Optional.of(joined(in, merges, all.get(0)));
  }

  private static SiteHistory joined(WireInput in, List<Merged> merges, Graph graph) {
    if (graph.values.size() != merges.size()) {
      throw in.path.damaged(
          ": %s values for %s merges".formatted(graph.values.size(), merges.size()), null);
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < merges.size(); i++) {
      Merged merge = merges.get(i);
      points.add(
          new Point(merge.commit, merge.time, graph.values.get(i), graph.interpolated.get(i)));
    }
    return new SiteHistory(points);
  }

  /** A merge is a pair of its time, in seconds since 1970, and its SHA. */
  private static Merged merged(WireInput in) throws IOException {
    if (!in.beginList() || !in.nextElement()) {
      throw in.path.missingPart("[0]");
    }
    Instant time = instant(in, in.whole());
    if (!in.nextElement()) {
      throw in.path.missingPart("[1]");
    }
    Sha commit = in.required(in.sha(), "[1]");
    while (in.nextElement()) {
      in.skip();
    }
    return new Merged(commit, time);
  }

  private static Instant instant(WireInput in, @Nullable Long seconds) {
    try {
      return Instant.ofEpochSecond(in.required(seconds, "[0]"));
    } catch (DateTimeException e) {
      throw in.path.invalid("not a time", e);
    }
  }

  private static Graph graph(WireInput in) throws IOException {
    in.beginRequiredObject();
    List<Double> values = null;
    List<Long> interpolated = List.of();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "points" -> values = in.requiredList(WireInput::number);
        case "interpolated_indices" -> interpolated = in.list(HistoryReader::index);
        default -> in.skip();
      }
    }
    List<Double> points = in.required(values, "points");
    BitSet carried = new BitSet();
    for (long index : interpolated) {
      if (index < 0 || index >= points.size()) {
        throw in.path.damaged(": no value " + index + " to be interpolated", null);
      }
      carried.set((int) index);
    }
    return new Graph(points, carried);
  }

  private static Long index(WireInput in) throws IOException {
    return in.required(in.whole(), "interpolated_indices");
  }

  private record Merged(Sha commit, Instant time) {}

  private record Graph(List<Double> values, BitSet interpolated) {}
}
