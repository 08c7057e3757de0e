package dev.perftriage.source.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.source.wire.DashboardReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.StatusPageReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The performance site, perf.rust-lang.org. */
public final class PerfSite {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
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

  /**
   * Fetches the values of one test case through a range of merges. A failure is a {@code
   * DataException}.
   */
  public <T> Fetched<T> history(HistoryQuery query, Function<Payload, T> reader) {
    TestCase testCase = query.testCase();
    HttpUrl.Builder page =
        base.newBuilder()
            .addPathSegments("perf/compare-compile-detail-graphs")
            .addQueryParameter("start", query.range().start().value())
            .addQueryParameter("end", query.range().end().value())
            .addQueryParameter("stat", query.range().metric().name())
            .addQueryParameter("benchmark", testCase.benchmark())
            .addQueryParameter("scenario", testCase.scenario())
            .addQueryParameter("profile", testCase.profile())
            .addQueryParameter("backend", testCase.backend())
            .addQueryParameter("target", testCase.target())
            .addQueryParameter("kinds", "raw");
    testCase.further().forEach(page::addQueryParameter);
    return http.fetch(
        new Request.Builder().url(page.build()).build(),
        "the history of " + query + " from " + base,
        reader);
  }

  /**
   * Fetches self-profiles.
   *
   * @param reader reads the response
   * @throws dev.perftriage.model.profile.NoProfileException if the site has none
   * @throws dev.perftriage.model.DataException if the request fails for another reason
   */
  public <T> Fetched<T> selfProfile(ProfileRequest request, Function<Payload, T> reader) {
    HttpUrl page = base.newBuilder().addPathSegments("perf/self-profile").build();
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("commit", request.after().text())
            .put("base_commit", request.before().text());
    names(request.testCase()).forEach(body::put);
    // The site tells test cases apart by these fields, too; of what type they were is not known.
    request.testCase().further().forEach((name, value) -> body.set(name, scalar(value)));
    return http.fetch(
        new Request.Builder().url(page).post(RequestBody.create(body.toString(), JSON)).build(),
        "the self-profile of " + request + " from " + page,
        reader);
  }

  /** Fetches the sections of compilations; a failure is a {@code DataException}. */
  public <T> Fetched<T> sections(ProfileRequest request, Function<Payload, T> reader) {
    HttpUrl.Builder url =
        base.newBuilder()
            .addPathSegments("perf/compare-compile-detail-sections")
            .addQueryParameter("start", request.before().text())
            .addQueryParameter("end", request.after().text());
    names(request.testCase()).forEach(url::addQueryParameter);
    request.testCase().further().forEach(url::addQueryParameter);
    return http.fetch(
        new Request.Builder().url(url.build()).build(),
        "the sections of " + request + " from " + base,
        reader);
  }

  private static JsonNode scalar(String value) {
    return switch (value) {
      case "true", "false" -> BooleanNode.valueOf(Boolean.parseBoolean(value));
      default ->
          INTEGER.matcher(value).matches()
              ? new LongNode(Long.parseLong(value))
              : new TextNode(value);
    };
  }

  private static Map<String, String> names(TestCase testCase) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("benchmark", testCase.benchmark());
    names.put("profile", testCase.profile());
    names.put("scenario", testCase.scenario());
    names.put("backend", testCase.backend());
    names.put("target", testCase.target());
    return names;
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
