package dev.perftriage.log.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.log.followup.FollowUp;
import dev.perftriage.log.followup.FollowUps;
import dev.perftriage.log.followup.OpenItem;
import dev.perftriage.log.followup.Outcome;
import dev.perftriage.model.PullRef;
import dev.perftriage.report.data.Json;
import java.util.Locale;

/** Follow-ups as JSON, described by {@code followups.schema.json}. */
public final class JsonFollowUps {

  private JsonFollowUps() {}

  /** An object, ending with a newline. */
  public static String render(FollowUps followUps) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode items = all.putArray("items");
    followUps.items().forEach(followUp -> put(items.addObject(), followUp));
    followUps
        .untriaged()
        .ifPresentOrElse(
            pulls -> {
              ArrayNode list = all.putArray("untriaged");
              pulls.forEach(
                  pull ->
                      list.addObject()
                          .put("pull", pull.number())
                          .put("title", pull.title())
                          .put("url", new PullRef(pull.number()).address()));
            },
            () -> all.putNull("untriaged"));
    ArrayNode unknown = all.putArray("unknown");
    followUps.unknown().forEach(unknown::add);
    return Json.document(all);
  }

  private static void put(ObjectNode node, FollowUp followUp) {
    OpenItem item = followUp.item();
    node.put("log", item.log().source().name());
    node.put("date", item.date().toString());
    node.put("pull", item.pull());
    node.put("url", new PullRef(item.pull()).address());
    node.put("entry", item.entry().number().isPresent() ? item.entry().number().getAsInt() : null);
    node.put("title", item.entry().title());
    node.put("promise", name(item.promise()));
    node.put("note", item.words());
    node.put("settled", followUp.isSettled());
    ArrayNode outcomes = node.putArray("outcomes");
    followUp.outcomes().forEach(outcome -> put(outcomes.addObject(), outcome));
    node.put("silent_days", followUp.reminder().isPresent() ? followUp.silentDays() : null);
    node.put("reminder", followUp.reminder().orElse(null));
  }

  private static void put(ObjectNode node, Outcome outcome) {
    node.put("kind", name(outcome.kind()));
    node.put("time", outcome.event().time().toString());
    node.put("actor", outcome.event().actor());
    node.put("words", outcome.quotation());
    node.put("url", outcome.event().url());
    node.put(
        "pull", outcome.event().number().isPresent() ? outcome.event().number().getAsInt() : null);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
