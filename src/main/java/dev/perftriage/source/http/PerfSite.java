package dev.perftriage.source.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.source.wire.Payload;
import java.util.function.Function;
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
   * Fetches the comparison of two artifacts.
   *
   * @param reader reads the response
   * @throws NotMeasuredException if the site has no data for one of the two
   * @throws dev.perftriage.model.DataException if the request fails for another reason
   */
  public <T> Fetched<T> comparison(ComparisonQuery query, Function<Payload, T> reader) {
    Request request =
        new Request.Builder().url(address).post(RequestBody.create(body(query), JSON)).build();
    return http.fetch(request, "the comparison " + query + " from " + address, reader);
  }

  private static String body(ComparisonQuery query) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("start", query.start().value())
        .put("end", query.end().value())
        .put("stat", query.metric().name())
        .toString();
  }
}
