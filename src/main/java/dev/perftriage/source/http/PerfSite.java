package dev.perftriage.source.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.source.wire.DashboardReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.StatusPageReader;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The performance site, perf.rust-lang.org. */
public final class PerfSite {

  private static final MediaType JSON = MediaType.get("application/json");

  private final Http http;
  private final HttpUrl base;
  private final HttpUrl address;

  PerfSite(Http http, HttpUrl base) {
    this.http = http;
    this.base = base;
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

  /**
   * Fetches the tags of the measured releases, oldest first; a failure is a {@code DataException}.
   */
  public Fetched<List<String>> releases() {
    return page("perf/dashboard", "the list of releases", DashboardReader::read);
  }

  /** Fetches the newest builds to be measured; a failure is a {@code DataException}. */
  public Fetched<List<BuildRequest>> requests() {
    return page("perf/status_page", "the status page", StatusPageReader::read);
  }

  private <T> Fetched<T> page(String path, String name, Function<Payload, T> reader) {
    HttpUrl page = base.newBuilder().addPathSegments(path).build();
    return http.fetch(new Request.Builder().url(page).build(), name + " from " + page, reader);
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
