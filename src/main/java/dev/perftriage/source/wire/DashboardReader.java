package dev.perftriage.source.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the measured releases from the site's dashboard. */
public final class DashboardReader {

  private DashboardReader() {}

  /** The tags of the releases, oldest first; throws a {@code DataException} without any. */
  public static List<String> read(Payload payload) {
    return WireInput.read(
        payload, "a list of releases", new NameInterner(), DashboardReader::releases);
  }

  private static List<String> releases(WireInput in) throws IOException {
    in.beginRequiredObject();
    List<String> tags = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("versions")) {
        List<String> read = new ArrayList<>();
        in.requiredList(each -> read.add(each.required(each.text(), "tag")));
        tags = read;
      } else {
        in.skip();
      }
    }
    return List.copyOf(in.required(tags, "versions"));
  }
}
