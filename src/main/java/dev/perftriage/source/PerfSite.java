package dev.perftriage.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.perftriage.model.Metric;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The performance site, perf.rust-lang.org. */
public final class PerfSite {

  private static final MediaType JSON = MediaType.get("application/json");

  private final Http http;
  private final HttpUrl address;

  PerfSite(Http http, HttpUrl base) {
    this.http = http;
    this.address = base.newBuilder().addPathSegments("perf/get").build();
  }

  /**
   * Asks for the comparison of two artifacts.
   *
   * @param start a full SHA, a tag, a date, or empty for the first of the last 30 days
   * @param end likewise, empty for the newest
   * @throws DataException where there is no answer
   */
  Answer comparison(String start, String end, Metric metric) {
    String question =
        JsonNodeFactory.instance
            .objectNode()
            .put("start", start)
            .put("end", end)
            .put("stat", metric.name())
            .toString();
    Request request =
        new Request.Builder().url(address).post(RequestBody.create(question, JSON)).build();
    return http.answer(
        request, "the comparison " + Facts.name(start, end, metric) + " from " + address);
  }
}
