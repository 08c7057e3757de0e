package dev.perftriage.cli;

import dev.perftriage.app.ChartFiles.ChartFormat;
import dev.perftriage.app.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The option that writes a range as one picture. */
final class CardOption {

  final Option<String> option =
      Option.withOptionalValue("FILE", "--card")
          .describe(
              "Also write the range as one picture of 1200 x 630 pixels for chats and newsletters,"
                  + " an SVG if FILE ends in .svg, otherwise a PNG. Default: one beside the report,"
                  + " named like it with -card.png.");

  boolean isGiven() {
    return option.given().isPresent();
  }

  /** The file for the card of a report. */
  ReportTarget target(ReportTarget report) {
    return report.beside("-card.png", OutputOptions.named(option), "--card");
  }

  /** The format of the card of a report; empty if none is written. */
  Optional<ChartFormat> format(ReportTarget report) {
    return isGiven()
        ? Optional.of(
            target(report).name().toLowerCase(Locale.ROOT).endsWith(".svg")
                ? ChartFormat.SVG
                : ChartFormat.PNG)
        : Optional.empty();
  }

  /** Rejects the default name for a report that has none. */
  void requireName() {
    if (isGiven() && OutputOptions.named(option).isEmpty()) {
      throw new UsageException(
          "A printed report has no name for a card: give one with --card=FILE.");
    }
  }

  /** Adds the card's file, if any, to the other files that a report is written to. */
  void addTo(List<ReportTarget> others, ReportTarget report) {
    if (isGiven()) {
      ReportTarget picture = target(report);
      if (picture.isStandardOutput() || others.stream().anyMatch(picture::isSameFile)) {
        throw new UsageException("--card writes a picture to a file of its own; name another one.");
      }
      others.add(picture);
    }
  }
}
