package dev.perftriage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened to pull requests, as GitHub tells it: recorded comments, and what tests add. */
public final class Timelines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path recorded;
  private final Map<Integer, List<JsonNode>> added = new ConcurrentHashMap<>();

  Timelines(Path recorded) {
    this.recorded = recorded;
  }

  /** Is merged. */
  public void merge(int pull, String time) {
    add(pull, event("merged", time));
  }

  /** Somebody comments. */
  public void comment(int pull, String login, String time, String body) {
    ObjectNode event = event("commented", time);
    event.putObject("user").put("login", login);
    add(
        pull,
        event
            .put("body", body)
            .put(
                "html_url",
                "https://github.com/rust-lang/rust/pull/%s#issuecomment-%s"
                    .formatted(pull, 1 + added(pull).size())));
  }

  /** Somebody sets a label. */
  public void label(int pull, String login, String time, String label) {
    labelEvent("labeled", pull, login, time, label);
  }

  /** Somebody removes a label. */
  public void unlabel(int pull, String login, String time, String label) {
    labelEvent("unlabeled", pull, login, time, label);
  }

  private void labelEvent(String kind, int pull, String login, String time, String label) {
    ObjectNode event = event(kind, time);
    event.putObject("actor").put("login", login);
    event.putObject("label").put("name", label);
    add(pull, event);
  }

  /** A merged pull request refers to it. */
  public void refer(int pull, String login, String time, int from, String title) {
    refer(pull, login, time, from, title, true);
  }

  /** An open pull request refers to it. */
  public void referOpen(int pull, String login, String time, int from, String title) {
    refer(pull, login, time, from, title, false);
  }

  private void refer(
      int pull, String login, String time, int from, String title, boolean isMerged) {
    ObjectNode event = event("cross-referenced", time);
    event.putObject("actor").put("login", login);
    ObjectNode issue = event.putObject("source").put("type", "issue").putObject("issue");
    issue.put("number", from).put("title", title).put("state", isMerged ? "closed" : "open");
    issue.putObject("pull_request").put("merged_at", isMerged ? time : null);
    issue.putObject("repository").put("full_name", "rust-lang/rust");
    add(pull, event);
  }

  /** Something happens that nobody has heard of. */
  public void surprise(int pull) {
    add(pull, JSON.createObjectNode().put("event", "teleported").put("to", 7));
  }

  private static ObjectNode event(String kind, String time) {
    return JSON.createObjectNode().put("event", kind).put("created_at", time);
  }

  private void add(int pull, JsonNode event) {
    added(pull).add(event);
  }

  private List<JsonNode> added(int pull) {
    return added.computeIfAbsent(pull, number -> new CopyOnWriteArrayList<>());
  }

  /** A page of all that happened. */
  byte[] timeline(int pull, int size, int page) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (JsonNode comment : comments(pull)) {
      all.add(((ObjectNode) comment.deepCopy()).put("event", "commented"));
    }
    all.addAll(added(pull));
    return page(all, size, page);
  }

  /** A page of the comments. */
  byte[] comments(int pull, int size, int page) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    all.addAll(comments(pull));
    added(pull).stream().filter(event -> event.has("body")).forEach(all::add);
    return page(all, size, page);
  }

  private ArrayNode comments(int pull) throws IOException {
    Path file = recorded.resolve("comments/" + pull + ".json");
    return Files.exists(file) ? (ArrayNode) JSON.readTree(file.toFile()) : JSON.createArrayNode();
  }

  private static byte[] page(ArrayNode all, int size, int page) throws IOException {
    ArrayNode some = JSON.createArrayNode();
    for (int at = (page - 1) * size; at < Math.min(page * size, all.size()); at++) {
      some.add(all.get(at));
    }
    return JSON.writeValueAsBytes(some);
  }
}
