package dev.perftriage.source.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
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
   * @param start a full SHA, a tag, a date, or empty for the first of the last 30 days
   * @param end likewise, empty for the newest
   * @param reader makes something of the answer
   * @throws NotMeasuredException where the site has no data for one of the two
   * @throws DataException where there is no other answer
   */
  public <T> Fetched<T> comparison(
      String start, String end, Metric metric, Function<Payload, T> reader) {
    Request request =
        new Request.Builder()
            .url(address)
            .post(RequestBody.create(question(start, end, metric), JSON))
            .build();
    return http.fetch(
        request, "the comparison " + name(start, end, metric) + " from " + address, reader);
  }

  private static String question(String start, String end, Metric metric) {
    StringWriter question = new StringWriter();
    try (JsonGenerator json = WRITER.createGenerator(question)) {
      json.writeStartObject();
      json.writeStringField("start", start);
      json.writeStringField("end", end);
      json.writeStringField("stat", metric.name());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return question.toString();
  }

  /** A comparison's name in messages. */
  public static String name(String start, String end, Metric metric) {
    String from = start.isEmpty() ? "the last 30 days" : MasterCommit.shortSha(start);
    String to = end.isEmpty() ? "the newest" : MasterCommit.shortSha(end);
    return from + ".." + to + " by " + metric;
  }
}
