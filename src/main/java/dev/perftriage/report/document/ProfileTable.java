package dev.perftriage.report.document;

import dev.perftriage.analysis.profile.QueryRanking;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.ProfileWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The queries of a self-profile and their changes.
 *
 * @param columns the figures; without cache hits or loading if no row has a change of them
 * @param rows the queries that changed most first, then all together
 */
public record ProfileTable(List<TableColumn> columns, List<TableRow> rows) {

  /** Copies the lists. */
  public ProfileTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * The table of a self-profile.
   *
   * @param withAll whether to list every query, rather than those that changed most
   */
  public static ProfileTable of(SelfProfile profile, boolean withAll) {
    QueryRanking ranking = new QueryRanking(profile);
    List<QueryChange> queries = withAll ? ranking.all() : ranking.largest();
    QueryFigures whole = ranking.whole();
    List<QueryFigures> changes =
        Stream.concat(queries.stream(), Stream.of(profile.totals()))
            .map(QueryChange::change)
            .toList();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            TableColumn.number("invocations"),
            (query, isWhole) -> ProfileWords.count(query.change().invocations())));
    figures.add(
        new Figure(
            TableColumn.number("share"),
            (query, isWhole) ->
                isWhole
                    ? ""
                    : ProfileWords.share(query.change().invocations(), whole.invocations())));
    figures.add(
        new Figure(
            TableColumn.number("self time"),
            (query, isWhole) -> ProfileWords.time(query.change().selfTime())));
    figures.add(
        new Figure(
            TableColumn.number("change"),
            (query, isWhole) ->
                ProfileWords.relative(query.before().selfTime(), query.after().selfTime())));
    figures.add(
        new Figure(
            TableColumn.detail("share of time").onTerminal("share"),
            (query, isWhole) ->
                isWhole ? "" : ProfileWords.share(query.change().selfTime(), whole.selfTime())));
    if (changes.stream().anyMatch(change -> change.cacheHits() != 0)) {
      figures.add(
          new Figure(
              TableColumn.detail("cache hits"),
              (query, isWhole) -> ProfileWords.count(query.change().cacheHits())));
    }
    if (changes.stream().anyMatch(change -> change.loadTime() != 0)) {
      figures.add(
          new Figure(
              TableColumn.detail("loading"),
              (query, isWhole) -> ProfileWords.time(query.change().loadTime())));
    }
    List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.label("query")));
    figures.forEach(figure -> columns.add(figure.column));
    List<TableRow> rows = new ArrayList<>();
    queries.forEach(query -> rows.add(row(query.label(), Tone.PLAIN, query, figures)));
    rows.add(row("all queries", Tone.TOTAL, profile.totals(), figures));
    return new ProfileTable(columns, rows);
  }

  private static TableRow row(String label, Tone tone, QueryChange query, List<Figure> figures) {
    List<String> cells = new ArrayList<>(List.of(label));
    figures.forEach(figure -> cells.add(figure.cell.apply(query, tone == Tone.TOTAL)));
    return new TableRow(tone, cells);
  }

  /** A column, and the text of its cells; of all queries together if the flag is set. */
  private record Figure(TableColumn column, BiFunction<QueryChange, Boolean, String> cell) {}
}
