package dev.perftriage.source.wire;

import dev.perftriage.model.PullEvent;
import dev.perftriage.model.PullEvent.PullEventKind;
import dev.perftriage.model.PullEvent.PullState;
import dev.perftriage.model.PullTimeline;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads GitHub's timelines of pull requests, and lists of comments, whose elements are comments
 * without an {@code event}. Events of other kinds, and those without a time, are left out.
 */
public final class TimelineReader {

  private static final Map<String, PullEventKind> KINDS =
      Map.of(
          "labeled", PullEventKind.LABELED,
          "unlabeled", PullEventKind.UNLABELED,
          "commented", PullEventKind.COMMENTED,
          "cross-referenced", PullEventKind.CROSS_REFERENCED,
          "merged", PullEventKind.MERGED,
          "closed", PullEventKind.CLOSED,
          "reopened", PullEventKind.REOPENED);

  private final WireInput in;
  private final int pull;

  private TimelineReader(WireInput in, int pull) {
    this.in = in;
    this.pull = pull;
  }

  /**
   * Reads the timeline of a pull request of rust-lang/rust.
   *
   * @throws WrongAnswerException if a comment is on another pull request, or of another repository
   * @throws dev.perftriage.model.DataException if the payload is no timeline
   */
  public static PullTimeline read(Payload answer, int pull) {
    return WireInput.read(
        answer,
        "a timeline",
        new NameInterner(),
        input ->
            new PullTimeline(
                input.requiredList(each -> new TimelineReader(input, pull).event()).stream()
                    .flatMap(Optional::stream)
                    .toList()));
  }

  private Optional<PullEvent> event() throws IOException {
    String kind = "commented";
    Instant time = null;
    String actor = null;
    String label = null;
    String body = null;
    String url = null;
    Reference source = null;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "event" -> kind = Objects.requireNonNullElse(in.text(), "");
        case "created_at" -> time = in.instant();
        case "actor", "user" -> actor = first(actor, textOf("login"));
        case "label" -> label = textOf("name");
        case "body" -> body = in.text();
        case "html_url" -> url = in.text();
        case "issue_url" -> new Repository(in).requireIssueUrl(pull);
        case "source" -> source = source();
        default -> in.skip();
      }
    }
    PullEventKind known = KINDS.get(kind);
    if (known == null || time == null) {
      return Optional.empty();
    }
    String text =
        switch (known) {
          case LABELED, UNLABELED -> label;
          case COMMENTED -> body;
          case CROSS_REFERENCED -> source == null ? null : source.title();
          case MERGED, CLOSED, REOPENED -> null;
        };
    return Optional.of(
        new PullEvent(
            known,
            time,
            Objects.requireNonNullElse(actor, ""),
            Objects.requireNonNullElse(text, ""),
            known == PullEventKind.COMMENTED ? Objects.requireNonNullElse(url, "") : "",
            source == null || source.number() == null
                ? OptionalInt.empty()
                : OptionalInt.of(source.number()),
            source == null ? Optional.empty() : source.state()));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  /** A text of an object; null if the object or the text is. */
  private @Nullable String textOf(String name) throws IOException {
    String text = null;
    if (in.beginObject()) {
      for (String field = in.nextField(); field != null; field = in.nextField()) {
        if (field.equals(name)) {
          text = in.text();
        } else {
          in.skip();
        }
      }
    }
    return text;
  }

  private @Nullable Reference source() throws IOException {
    Reference issue = null;
    if (in.beginObject()) {
      for (String field = in.nextField(); field != null; field = in.nextField()) {
        if (field.equals("issue")) {
          issue = issue();
        } else {
          in.skip();
        }
      }
    }
    return issue;
  }

  private @Nullable Reference issue() throws IOException {
    if (!in.beginObject()) {
      return null;
    }
    Integer number = null;
    String title = null;
    String state = null;
    Optional<PullState> pullState = Optional.empty();
    String repository = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "number" -> number = in.wholeInt();
        case "title" -> title = in.text();
        case "state" -> state = in.text();
        case "pull_request" -> pullState = pullState();
        case "repository" -> repository = textOf("full_name");
        default -> in.skip();
      }
    }
    if (pullState.isPresent() && pullState.get() != PullState.MERGED && "closed".equals(state)) {
      pullState = Optional.of(PullState.CLOSED);
    }
    // A number of another repository would be mistaken for one of this.
    return Repository.isOther(repository) ? null : new Reference(number, title, pullState);
  }

  /** The state by the object that only pull requests have: merged, or else open for now. */
  private Optional<PullState> pullState() throws IOException {
    if (!in.beginObject()) {
      return Optional.empty();
    }
    PullState state = PullState.OPEN;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("merged_at")) {
        state = in.text() == null ? PullState.OPEN : PullState.MERGED;
      } else {
        in.skip();
      }
    }
    return Optional.of(state);
  }

  private record Reference(
      @Nullable Integer number, @Nullable String title, Optional<PullState> state) {}
}
