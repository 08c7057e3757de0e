package dev.perftriage.source.wire;

import dev.perftriage.model.BuildRequest;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.util.List;

/** Reads the builds on the site's status page. */
public final class StatusPageReader {

  private StatusPageReader() {}

  /** The builds, newest first; throws a {@code DataException} for any other payload. */
  public static List<BuildRequest> read(Payload payload) {
    return WireInput.read(payload, "a status page", new NameInterner(), StatusPageReader::requests);
  }

  private static List<BuildRequest> requests(WireInput in) throws IOException {
    in.beginRequiredObject();
    List<BuildRequest> requests = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("requests")) {
        requests = in.requiredList(StatusPageReader::request);
      } else {
        in.skip();
      }
    }
    return List.copyOf(in.required(requests, "requests"));
  }

  private static BuildRequest request(WireInput in) throws IOException {
    in.beginRequiredObject();
    Sha tag = null;
    Integer pr = null;
    String type = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "tag" -> tag = in.sha();
        case "pr" -> pr = in.wholeInt();
        case "requestType" -> type = in.text();
        default -> in.skip();
      }
    }
    return new BuildRequest(in.required(tag, "tag"), pr, "Try".equals(type));
  }
}
