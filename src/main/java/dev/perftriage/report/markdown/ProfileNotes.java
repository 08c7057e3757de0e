package dev.perftriage.report.markdown;

import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;

import dev.perftriage.analysis.profile.QueryRanking;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.prose.ProfileWords;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes under an entry on the queries of the compiler that changed. */
final class ProfileNotes {

  private ProfileNotes() {}

  /** The notes as a list, one for each test case; empty without test cases. */
  static String render(List<ProfiledCase> cases) {
    return cases.stream().map(each -> "- " + note(each) + "\n").collect(Collectors.joining());
  }

  /** The sentence of a draft on the largest change; empty without a self-profile. */
  static Stream<String> brief(List<ProfiledCase> cases) {
    return cases.stream()
        .limit(1)
        .flatMap(each -> ProfileWords.line(each).stream())
        .map(line -> line.in(MARKDOWN) + ".");
  }

  private static String note(ProfiledCase profiled) {
    String name = MARKDOWN.code(profiled.request().testCase().toString());
    return profiled
        .profile()
        .map(
            profile ->
                "%s of %s (%s, %s): %s."
                    .formatted(
                        MARKDOWN.link("Self-profile", SiteUrl.detailedQuery(profiled.request())),
                        name,
                        Numbers.percent(profiled.change().change()),
                        MARKDOWN.link("flame graph", SiteUrl.flameGraph(profiled.request())),
                        queries(profile)
                            + profiled
                                .sections()
                                .map(
                                    some ->
                                        ". Sections: " + ProfileWords.sections(some).in(MARKDOWN))
                                .orElse("")))
        .orElse("No self-profile of " + name + ".");
  }

  private static String queries(SelfProfile profile) {
    QueryRanking ranking = new QueryRanking(profile);
    List<QueryChange> largest = ranking.largest();
    return largest.isEmpty()
        ? "no query changed"
        : largest.stream()
            .map(query -> ProfileWords.query(query, ranking.whole()).in(MARKDOWN))
            .collect(Collectors.joining("; "));
  }
}
