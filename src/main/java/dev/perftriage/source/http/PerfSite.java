package dev.perftriage.source.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.source.wire.Payload;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The performance site, perf.rust-lang.org. */
public final class PerfSite {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final JsonFactory WRITER = new JsonFactory();

  private final Http http;
  private final HttpUrl address;

  PerfSite(Http http, HttpUrl base) {
    this.http = http;
    this.address = base.newBuilder().addPathSegments("perf/get").build();
  }

  /**
   * Asks for the comparison of two artifacts.
   *
   * @param reader makes something of the answer
   * @throws NotMeasuredException where the site has no data for one of the two
   * @throws dev.perftriage.model.DataException where there is no other answer
   */
  public <T> Fetched<T> comparison(ComparisonQuery query, Function<Payload, T> reader) {
    Request request =
        new Request.Builder().url(address).post(RequestBody.create(body(query), JSON)).build();
    return http.fetch(request, "the comparison " + query + " from " + address, reader);
  }

  private static String body(ComparisonQuery query) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = WRITER.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("start", query.start().value());
      json.writeStringField("end", query.end().value());
      json.writeStringField("stat", query.metric().name());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString();
  }
}
