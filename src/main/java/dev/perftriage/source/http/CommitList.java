package dev.perftriage.source.http;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.DataException;
import dev.perftriage.source.wire.CommitListReader;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The service that lists the merges to master, triage.rust-lang.org. */
public final class CommitList {

  private final Http http;
  private final HttpUrl address;

  CommitList(Http http, HttpUrl base) {
    this.http = http;
    this.address = base.newBuilder().addPathSegment("bors-commit-list").build();
  }

  /**
   * Asks for the list.
   *
   * @throws DataException where there is no answer
   */
  public Fetched<CommitHistory> fetch() {
    return http.fetch(
        new Request.Builder().url(address).build(),
        "the list of merges from " + address,
        CommitListReader::read);
  }
}
