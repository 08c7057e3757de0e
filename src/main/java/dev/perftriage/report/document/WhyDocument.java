package dev.perftriage.report.document;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.WhyReport;
import dev.perftriage.report.WhyReport.ProfiledMetric;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.ProfileWords;
import dev.perftriage.report.prose.SelectionSentences;
import dev.perftriage.report.prose.SummarySentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The document of the queries that changed on the test cases that changed most. */
public final class WhyDocument {

  private WhyDocument() {}

  /** The whole document. */
  public static Consumer<DocumentWriter> of(WhyReport report) {
    return writer -> {
      writer.onPage(
          page ->
              page.heading(
                  3, markup -> "Where the time goes at " + name(report.after(), markup), ""));
      writer.fields(
          List.of(artifact("before", report.before()), artifact("after", report.after())));
      SelectionSentences.filter(report.metrics().get(0).comparison().selection())
          .ifPresent(writer::paragraph);
      report.metrics().forEach(metric -> write(writer, metric, report));
      boolean anyProfile =
          report.metrics().stream()
              .flatMap(metric -> metric.cases().stream())
              .anyMatch(each -> each.profile().isPresent());
      if (anyProfile) {
        writer.paragraph(Phrase.of(ProfileWords.RELIABILITY));
      }
    };
  }

  private static Field artifact(String name, Artifact artifact) {
    List<Phrase> parts = new ArrayList<>();
    parts.add(markup -> markup.sha(artifact.commit()));
    Integer pr = artifact.pr();
    if (pr != null) {
      parts.add(markup -> markup.pull(pr));
    }
    return new Field(name, parts);
  }

  private static String name(Artifact artifact, Markup markup) {
    Integer pr = artifact.pr();
    return pr == null ? markup.code(artifact.shortCommit()) : markup.pull(pr);
  }

  private static void write(DocumentWriter writer, ProfiledMetric metric, WhyReport report) {
    String count = count(metric, report.isNamed());
    writer.section(
        markup ->
            markup.link(
                count + " by " + markup.code(metric.comparison().facts().metric().name()),
                SiteUrl.comparison(
                    report.before().commit(),
                    report.after().commit(),
                    metric.comparison().facts().metric())),
        "");
    metric.cases().forEach(each -> write(writer, each, report.withAllQueries()));
  }

  private static String count(ProfiledMetric metric, boolean isNamed) {
    int shown = metric.cases().size();
    String all =
        Numbers.counted(metric.candidates(), isNamed ? "named test case" : "relevant test case");
    return shown < metric.candidates() ? "The largest " + shown + " of " + all : all;
  }

  /** Writes what is known of one test case. */
  static void write(DocumentWriter writer, ProfiledCase profiled, boolean withAllQueries) {
    TestCaseChange change = profiled.change();
    writer.heading(
        5,
        markup ->
            markup.code(change.testCase().toString()) + ": " + Numbers.percent(change.change()),
        "");
    profiled.profile().ifPresent(profile -> queries(writer, profile, withAllQueries));
    profiled
        .problems()
        .forEach(
            problem ->
                writer.note(markup -> markup.words(SummarySentences.capitalized(problem)) + "."));
    writer.fields(fields(profiled));
  }

  private static void queries(DocumentWriter writer, SelfProfile profile, boolean withAll) {
    ProfileTable table = ProfileTable.of(profile, withAll);
    writer.list(table.columns(), table.rows());
  }

  private static List<Field> fields(ProfiledCase profiled) {
    List<Field> fields = new ArrayList<>();
    profiled
        .sections()
        .ifPresent(some -> fields.add(new Field("sections", List.of(ProfileWords.sections(some)))));
    profiled
        .profile()
        .flatMap(ProfileWords::sizes)
        .ifPresent(some -> fields.add(new Field("sizes", List.of(some))));
    if (profiled.profile().isPresent()) {
      fields.add(link("details", SiteUrl.detailedQuery(profiled.request())));
      fields.add(link("flame graph", SiteUrl.flameGraph(profiled.request())));
    }
    ProfileWords.cachegrind(profiled.request())
        .ifPresent(
            command -> fields.add(new Field("measure", List.of(markup -> markup.code(command)))));
    return fields;
  }

  private static Field link(String name, String address) {
    return new Field(name, List.of(markup -> markup.address(address)));
  }
}
