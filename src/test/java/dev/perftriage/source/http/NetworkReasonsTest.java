package dev.perftriage.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.source.io.Advice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A host that cannot be reached, one that refuses and one that does not answer differ. */
class NetworkReasonsTest {

  private static final HttpUrl URL = HttpUrl.get("https://perf.test/perf/get");
  private static final Advice ADVICE = new Advice("", "", "", "", "", "");

  /** Failures as OkHttp reports them, and the words for each without a proxy and with one. */
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            failedToConnect(new ConnectException("Connection refused")),
            "connection refused",
            "connection refused by the proxy proxy.test:3128"),
        Arguments.of(
            failedToConnect(new ConnectException("Network is unreachable")),
            "perf.test is unreachable: no network",
            "the proxy proxy.test:3128 is unreachable: no network"),
        Arguments.of(
            failedToConnect(new ConnectException("Connection timed out")),
            "perf.test is unreachable: no answer to the attempt to connect",
            "the proxy proxy.test:3128 is unreachable: no answer to the attempt to connect"),
        Arguments.of(
            new NoRouteToHostException("No route to host"),
            "perf.test is unreachable: no route to host",
            "the proxy proxy.test:3128 is unreachable: no route to host"),
        Arguments.of(
            new SocketTimeoutException("Connect timed out"),
            "perf.test is unreachable: no answer to the attempt to connect",
            "the proxy proxy.test:3128 is unreachable: no answer to the attempt to connect"),
        Arguments.of(new SocketTimeoutException("timeout"), "timed out", "timed out"),
        Arguments.of(
            new UnknownHostException("perf.test: Name or service not known"),
            "unknown host perf.test; check the address and the network",
            "unknown host proxy.test, the proxy; check the address and the network"),
        Arguments.of(
            new IOException("Unexpected response code for CONNECT: 503"),
            "perf.test does not connect to perf.test: HTTP status 503",
            "the proxy proxy.test:3128 does not connect to perf.test: HTTP status 503"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatFailedAndWhere(IOException failure, String direct, String byProxy) {
    Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://me:secret@proxy.test:3128"));

    assertThat(new NetworkReasons(Proxies.of(Map.of()), ADVICE).of(failure, URL)).isEqualTo(direct);
    assertThat(new NetworkReasons(proxies, ADVICE).of(failure, URL)).isEqualTo(byProxy);
    assertThat(new NetworkReasons(proxies, ADVICE).isPermanent(failure)).isFalse();
  }

  private static ConnectException failedToConnect(ConnectException cause) {
    ConnectException failure = new ConnectException("Failed to connect to perf.test/192.0.2.1:443");
    failure.initCause(cause);
    return failure;
  }
}
