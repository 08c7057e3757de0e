package dev.perftriage.report.data;

import dev.perftriage.report.ComparisonReport;
import java.util.stream.Collectors;

/** The test cases of a comparison, one a line, with the same numbers as in its JSON. */
public final class CaseData {

  private CaseData() {}

  /** CSV by RFC 4180, in the columns that {@code comparison.schema.json} explains. */
  public static String csv(ComparisonReport report) {
    return Csv.render(CaseRows.COLUMNS, CaseRows.of(report));
  }

  /** A JSON object a line; empty where there are no test cases. */
  public static String jsonLines(ComparisonReport report) {
    return CaseRows.of(report).stream()
        .map(row -> Json.line(Json.finite(row)))
        .collect(Collectors.joining());
  }
}
