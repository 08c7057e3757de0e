package dev.perftriage.source.wire;

import java.io.IOException;
import java.util.List;

/** Reads GitHub's list of the files that a pull request changes. */
public final class ChangedFilesReader {

  private ChangedFilesReader() {}

  /**
   * The paths of the files, in GitHub's order.
   *
   * @throws WrongAnswerException if a file is of another repository
   * @throws dev.perftriage.model.DataException if the payload is no list of files
   */
  public static List<String> read(Payload answer) {
    return WireInput.read(
        answer,
        "a list of changed files",
        new NameInterner(),
        in -> in.requiredList(ChangedFilesReader::path));
  }

  private static String path(WireInput in) throws IOException {
    in.beginRequiredObject();
    String path = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "filename" -> path = in.text();
        case "contents_url" -> new Repository(in).requireContentsUrl();
        default -> in.skip();
      }
    }
    return in.required(path, "filename");
  }
}
