package dev.perftriage.report.html;

import dev.perftriage.model.SiteUrl;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.document.ProfileTable;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.Markup.Phrase;
import dev.perftriage.report.prose.ProfileWords;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the self-profiles of one test case of a listed merge say.
 *
 * @param name the test case
 * @param change its change by the metric
 * @param table the queries that changed most; empty without a self-profile
 * @param sentences the sections and sizes, or that there is no self-profile
 * @param details the address of the site's page
 * @param flameGraph the address of the later compiler's flame graph
 * @param command measures both compilers; empty if it cannot be written
 */
public record EntryProfile(
    String name,
    String change,
    Optional<ProfileTable> table,
    List<String> sentences,
    String details,
    String flameGraph,
    String command) {

  static EntryProfile of(ProfiledCase profiled) {
    return new EntryProfile(
        profiled.request().testCase().toString(),
        VerdictWords.change(profiled.change()),
        profiled.profile().map(profile -> ProfileTable.of(profile, false)),
        Stream.of(
                profiled.profile().isPresent()
                    ? Optional.<String>empty()
                    : Optional.of("No self-profile."),
                profiled.sections().map(ProfileWords::sections).map(some -> said("Sections", some)),
                profiled.profile().flatMap(ProfileWords::sizes).map(some -> said("Sizes", some)))
            .flatMap(Optional::stream)
            .toList(),
        SiteUrl.detailedQuery(profiled.request()),
        SiteUrl.flameGraph(profiled.request()),
        ProfileWords.cachegrind(profiled.request()).orElse(""));
  }

  private static String said(String what, Phrase phrase) {
    return what + ": " + phrase.in(Markup.NONE) + ".";
  }
}
