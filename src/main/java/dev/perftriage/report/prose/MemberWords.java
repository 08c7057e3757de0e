package dev.perftriage.report.prose;

import dev.perftriage.analysis.attribution.MemberAttribution;
import dev.perftriage.analysis.attribution.RollupAttribution.MemberShare;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of rollup members, in words of tables. */
public final class MemberWords {

  private MemberWords() {}

  /** Whether a member's own build is there and measured: {@code measured}, {@code conflicts}. */
  public static String state(MemberAttribution member) {
    return switch (member.state()) {
      case BUILT ->
          member
              .measured()
              .map(
                  measured ->
                      measured
                          ? member.lacking() > 0 ? "measured in part" : "measured"
                          : "not measured")
              .orElse("measurement unknown");
      case FAILED -> "build failed";
      case CONFLICTS -> "conflicts";
      case UNKNOWN -> "no known build";
    };
  }

  /** How many changes a member explains; {@code -} unless it is measured. */
  public static String count(MemberAttribution member, int explained) {
    return member.isMeasured() ? Integer.toString(explained) : "-";
  }

  /** A part in percent: {@code 98%}. */
  public static String share(double share) {
    return Math.round(100 * share) + "%";
  }

  /** Who explains a change: {@code #1 98%, #2 5%}; {@code -} for nobody. */
  public static String shares(List<MemberShare> shares) {
    return shares.isEmpty()
        ? "-"
        : shares.stream()
            .map(each -> "#" + each.number() + " " + share(each.share()))
            .collect(Collectors.joining(", "));
  }
}
