package dev.perftriage.cli;

import java.util.List;

/** The forms of revisions, for help. */
final class RevisionForms {

  static final String HEADING = "Revisions";

  /** One form a line, with its meaning. */
  static final List<String> LINES =
      List.of(
          "  4b532798             a merge or a recent try build by 4 digits or more of its SHA, or"
              + " any",
          "                       by all 40, or by its URL on GitHub",
          "  pr:148040            the merge of a pull request; also '#148040',"
              + " rust-lang/rust#148040 and",
          "                       its URL",
          "  1.91.0               a release, by its tag",
          "  stable, beta         the newest measured release of the channel",
          "  nightly-2026-01-01   the last measured merge before that night's build; nightly: last"
              + " night's",
          "  2025-11-03, 7d       a day, or seven days ago, in UTC: as a start the first measured"
              + " merge",
          "                       on or after it, as an end the last one on or before it",
          "  latest               the newest measured merge",
          "  REV^, REV~2          the parent of a merge or try build, the parent of its parent",
          "  A..B                 both revisions in one word; also the URL of a comparison or range"
              + " on",
          "                       the site, whose metric and filters apply unless options replace"
              + " them");

  private RevisionForms() {}
}
