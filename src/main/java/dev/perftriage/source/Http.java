package dev.perftriage.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Requests whose failures are sentences. */
final class Http {

  private static final int EXCERPT_LENGTH = 200;

  private final OkHttpClient client;

  Http(OkHttpClient client) {
    this.client = client;
  }

  /**
   * Sends a request.
   *
   * @param name what is asked for and from where, for messages
   * @throws DataException where there is no answer, or one of another status than 200
   */
  Answer answer(Request request, String name) {
    try (Response response = client.newCall(request).execute()) {
      byte[] body = response.body().bytes();
      if (response.code() != 200) {
        throw new DataException("Fetching " + name + " failed: " + status(response.code(), body));
      }
      return new Answer(body, "The answer for " + name);
    } catch (IOException e) {
      throw new DataException(
          "Fetching " + name + " failed: " + IoReasons.of(e) + "; check the network and try again",
          e);
    }
  }

  private static String status(int code, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    String status = "HTTP status " + code;
    if (text.isBlank()) {
      return status;
    }
    return text.strip().startsWith("<")
        ? status + " with an HTML page; try again later"
        : status + ", \"" + Excerpts.of(text, EXCERPT_LENGTH) + "\"";
  }
}
