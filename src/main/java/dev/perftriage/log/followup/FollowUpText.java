package dev.perftriage.log.followup;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.PullRequest;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.markdown.MarkdownText;
import dev.perftriage.report.prose.Markup;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Follow-ups as lists for a terminal, or in Markdown. */
public final class FollowUpText {

  private final Markup markup;
  private final boolean isMarkdown;
  private final StringBuilder out = new StringBuilder();

  private FollowUpText(Markup markup, boolean isMarkdown) {
    this.markup = markup;
    this.isMarkdown = isMarkdown;
  }

  /** For a terminal; every line ends with a newline. */
  public static String text(FollowUps followUps) {
    return new FollowUpText(Markup.LINE, false).render(followUps);
  }

  /** In Markdown, ending with a newline. */
  public static String markdown(FollowUps followUps) {
    return new FollowUpText(MarkdownText.MARKDOWN, true).render(followUps);
  }

  private String render(FollowUps followUps) {
    heading("Left open");
    followUps.items().forEach(this::item);
    if (followUps.items().isEmpty()) {
      out.append("Nothing.\n");
    }
    followUps.untriaged().ifPresent(this::untriaged);
    return out.toString();
  }

  private void untriaged(List<PullRequest> pulls) {
    out.append('\n');
    heading("Untriaged, oldest first");
    for (PullRequest pull : pulls) {
      out.append(isMarkdown ? "- " : "")
          .append(markup.pull(pull.number()))
          .append(' ')
          .append(markup.words(pull.title()))
          .append('\n');
    }
    if (pulls.isEmpty()) {
      out.append("None.\n");
    }
  }

  private void heading(String words) {
    out.append(isMarkdown ? "#### " + words + "\n\n" : words + ":\n");
  }

  private void item(FollowUp followUp) {
    OpenItem item = followUp.item();
    out.append(isMarkdown ? "- " : "")
        .append(markup.pull(item.pull()))
        .append(' ')
        .append(title(item))
        .append(" (")
        .append(item.date())
        .append("): ")
        .append(
            item.promise() == Promise.UNLABELED
                ? "regression without the label that says that it is triaged"
                : quotation(item.words()))
        .append('\n');
    followUp.outcomes().forEach(outcome -> line(sentence(item, outcome)));
    followUp
        .reminder()
        .ifPresent(
            reminder -> {
              line("silent for " + Numbers.counted(followUp.silentDays(), "day") + "; to send:");
              line(reminder);
            });
  }

  private String title(OpenItem item) {
    boolean isEntry = item.entry().number().orElse(0) == item.pull();
    return isEntry
        ? markup.words(item.entry().title())
        : "in " + markup.words(item.entry().name() + " " + item.entry().title());
  }

  private void line(String words) {
    out.append(isMarkdown ? "    - " : "    ").append(words).append('\n');
  }

  private String sentence(OpenItem item, Outcome outcome) {
    PullEvent event = outcome.event();
    LocalDate day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    String said = outcome.quotation().isEmpty() ? "" : ": " + quotation(outcome.quotation());
    return switch (outcome.kind()) {
      case TRIAGED -> "triaged on " + day + said + at(item, "");
      case ANSWERED ->
          "answer of " + markup.words(event.actor()) + " on " + day + said + at(item, event.url());
      case RUN_FINISHED -> "measurement finished on " + day + said + at(item, event.url());
      case REVERTED -> "reverted by " + referring(event) + said;
      case FIXED -> "perhaps fixed by " + referring(event) + said;
    };
  }

  private String referring(PullEvent event) {
    return event.number().isPresent() ? markup.pull(event.number().getAsInt()) : "a pull request";
  }

  /** Where it is said: in Markdown a link, otherwise the address, unless that is the item's. */
  private String at(OpenItem item, String url) {
    boolean isComment = url.startsWith(new PullRef(item.pull()).address() + "#");
    if (!isComment) {
      return "";
    }
    return isMarkdown ? " (" + markup.link("comment", url) + ")" : " " + markup.words(url);
  }

  /** Words of others; in Markdown they mention nobody. */
  private String quotation(String words) {
    return isMarkdown && words.contains("@")
        ? markup.code(words)
        : "\"" + markup.words(words) + "\"";
  }
}
