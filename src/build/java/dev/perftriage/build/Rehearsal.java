package dev.perftriage.build;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perftriage.cli.DetachedProgram;
import dev.perftriage.cli.Main;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.wire.CommitListReader;
import dev.perftriage.source.wire.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brotli.dec.BrotliInputStream;

/**
 * Runs the usual commands once on a recorded week, from a store and from a local server, so that
 * the launcher can archive the classes they load. A failure only makes later runs start more
 * slowly.
 */
public final class Rehearsal {

  private static final byte[] EMPTY_BROTLI = {6};
  private static final Pattern QUESTION =
      Pattern.compile("\\{\"start\":\"(.*)\",\"end\":\"(.*)\",\"stat\":\"(.*)\"}");

  private final Path week;
  private final String oldest;
  private final String newest;

  private Rehearsal(Path week) {
    this.week = week;
    List<MasterCommit> commits =
        CommitListReader.read(
                Payload.ofFile(week.resolve("commits.json"), new SizeLimit(SizeLimit.LARGEST, "")))
            .newestFirst();
    this.oldest = commits.get(commits.size() - 1).parentSha().text();
    this.newest = commits.get(0).sha().text();
  }

  /**
   * Runs the commands; the last one, through {@link Main}, ends the process.
   *
   * @param args the folder of a recorded week, a saved response, and a folder to write to
   */
  public static void main(String[] args) throws IOException {
    new Rehearsal(Path.of(args[0])).run(args[1], Path.of(args[2]));
    Main.main(new String[] {"--help"});
  }

  private void run(String saved, Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try (InputStream brotli = new BrotliInputStream(new ByteArrayInputStream(EMPTY_BROTLI))) {
      brotli.readAllBytes();
    }
    DetachedProgram.run("compare", "--input", saved, "--color", "always", "--benchmark", "*");
    DetachedProgram.run("report", "--offline", "--store", week.toString(), "-o", "-");
    DetachedProgram.run(
        "report",
        "--offline",
        "--store",
        week.toString(),
        "-o",
        folder.resolve("report.md").toString(),
        "--charts",
        "--html");
    DetachedProgram.run(
        "report",
        "--no-store",
        "--start",
        oldest,
        "-o",
        "-",
        "--retries",
        "0",
        "--perf-url",
        url,
        "--commits-url",
        url,
        "--github-url",
        url);
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = week.resolve("untriaged.json");
    Matcher question =
        QUESTION.matcher(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (question.matches()) {
      String end = question.group(2).isEmpty() ? newest : question.group(2);
      file =
          week.resolve(
              "comparisons/"
                  + question.group(1)
                  + ".."
                  + end
                  + "."
                  + question.group(3)
                  + ".msgpack");
    } else if (path.equals("/bors-commit-list")) {
      file = week.resolve("commits.json");
    } else if (path.contains("/pulls/")) {
      file = week.resolve(path.substring(path.indexOf("pulls/")) + ".json");
    }
    byte[] body = Files.readAllBytes(file);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
