package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks that people have: proxies, private certificates, refused tokens, limits. */
class NetworksTest {

  private static final String START = "4146079cee94242771864147e32fb5d9adbd34f8";
  private static final String END = "292db4a13ce3f329579a581b424c6cec3b1cbd2b";
  private static final List<String> HOSTS = List.of("perf.test", "commits.test", "github.test");
  private static final String PASSWORD = "pa$s%40w/rd";
  private static final String ENCODED_PASSWORD = "pa$s%2540w%2Frd";

  private static HeldCertificate authority;

  @TempDir private Path directory;

  @BeforeAll
  static void found() {
    authority =
        new HeldCertificate.Builder().certificateAuthority(0).commonName("Our Own CA").build();
  }

  // Proxies

  @ParameterizedTest
  @ValueSource(strings = {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
  void aProxySeesEveryRequest(String variable) {
    try (FakeServices proxy = new FakeServices(Cli.SAMPLE)) {
      Result result = report(Map.of(variable, "http://localhost:" + proxy.port()), "http");

      assertSound(result);
      assertThat(proxy.questions().stream().map(NetworksTest::host).distinct())
          .containsExactlyInAnyOrderElementsOf(HOSTS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
  void aProxySeesTheHostOfEveryEncryptedRequestAndNotItsContent(String variable)
      throws IOException {
    try (FakeServices proxy = secure(HOSTS)) {
      proxy.beProxy();
      Map<String, String> environment = new HashMap<>();
      environment.put(variable, "localhost:" + proxy.port());
      environment.put("GITHUB_TOKEN", "t0ken");
      Result result = report(environment, "https", "--ca", ca());

      assertSound(result);
      assertThat(proxy.tunnels().stream().map(tunnel -> tunnel.getHeaders().get("Host")).distinct())
          .containsExactlyInAnyOrder("perf.test:443", "commits.test:443", "github.test:443");
      assertThat(proxy.tunnels())
          .allSatisfy(tunnel -> assertThat(tunnel.toString()).doesNotContain("t0ken"))
          .allSatisfy(tunnel -> assertThat(tunnel.getHeaders().get("Authorization")).isNull());
      assertThat(proxy.questions())
          .allSatisfy(
              question ->
                  assertThat(question.request().getHeaders().get("Authorization"))
                      .isEqualTo(host(question).equals("github.test") ? "Bearer t0ken" : null));
    }
  }

  @Test
  void aProxyGetsTheUserAndThePasswordWhichNobodyReads() {
    try (FakeServices proxy = new FakeServices(Cli.SAMPLE)) {
      proxy.breakWith(NetworksTest::askForUser);
      Result result =
          report(
              Map.of("HTTP_PROXY", "http://me:" + ENCODED_PASSWORD + "@localhost:" + proxy.port()),
              "http",
              "--verbose");

      assertSound(result);
      assertThat(result.out() + result.err()).doesNotContain("pa$s");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', asks for a user name and a password",
    "me:wr0ng@, rejects the user name or the password"
  })
  void aProxyThatRejectsTheUserIsOneErrorAndNotAskedAgain(String user, String words)
      throws IOException {
    try (FakeServices proxy = new FakeServices(Cli.SAMPLE);
        FakeServices tunnels = secure(HOSTS)) {
      proxy.breakWith(NetworksTest::askForUser);
      tunnels.beProxy();
      tunnels.breakTunnelsWith(
          request ->
              new MockResponse.Builder()
                  .code(407)
                  .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                  .build());
      String plain = "http://" + user + "localhost:" + proxy.port();
      String encrypted = "http://" + user + "localhost:" + tunnels.port();
      Map<String, String> environment = Map.of("HTTP_PROXY", plain, "HTTPS_PROXY", encrypted);

      for (String scheme : List.of("http", "https")) {
        Result result = compare(environment, scheme, "--ca", ca(), "--verbose");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
        assertThat(result.err().lines().findFirst().orElseThrow())
            .contains("the proxy localhost:")
            .contains(words)
            .doesNotContain("attempts");
        assertThat(result.out() + result.err()).doesNotContain("wr0ng");
      }
      assertThat(tunnels.questions()).isEmpty();
    }
  }

  @Test
  void thisMachineIsReachedWithoutAProxy() {
    try (FakeServices proxy = new FakeServices(Cli.SAMPLE);
        FakeServices here = new FakeServices(Cli.SAMPLE)) {
      List<String> options =
          List.of(
              "--perf-url",
              "http://perf.test/",
              "--commits-url",
              here.url(),
              "--github-url",
              "http://127.0.0.1:" + here.port());
      Result result =
          run(Map.of("ALL_PROXY", "localhost:" + proxy.port()), options, reportArguments());

      assertSound(result);
      assertThat(proxy.questions()).allMatch(question -> host(question).equals("perf.test"));
      assertThat(here.questions()).noneMatch(Question::isComparison).isNotEmpty();
    }
  }

  @Test
  void aHostThatIsExceptedIsReachedWithoutTheProxy() {
    try (FakeServices proxy = new FakeServices(Cli.SAMPLE)) {
      Map<String, String> environment =
          Map.of("ALL_PROXY", "localhost:" + proxy.port(), "NO_PROXY", "other.test,.invalid");
      Result result =
          run(
              environment,
              List.of("--perf-url", "http://perf.invalid/", "--retries", "0"),
              "compare",
              START,
              END);

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains("unknown host perf.invalid; check the address");
      assertThat(proxy.questions()).noneMatch(Question::isComparison);
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws IOException {
    int port;
    try (FakeServices gone = new FakeServices(Cli.SAMPLE)) {
      port = gone.port();
    }
    for (String scheme : List.of("http", "https")) {
      Result result = compare(Map.of("ALL_PROXY", "localhost:" + port), scheme);

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err()).contains("connection refused by the proxy localhost:" + port);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROXY, http://me:s3cret@, HTTP_PROXY is not the address of a proxy",
    "https_proxy, https://me:s3cret@proxy.test, https_proxy: proxies are reached by",
    "ALL_PROXY, socks5://me:s3cret@proxy.test, ALL_PROXY: a SOCKS proxy with a user name",
  })
  void aVariableThatIsNoProxyIsNamedWithoutItsPassword(
      String variable, String value, String words) {
    Result result = compare(Map.of(variable, value), "http");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).startsWith("perf-triage: " + words).doesNotContain("s3cret");
  }

  // Passwords in addresses

  @Test
  void aPasswordInAnAddressIsSentThereAndNotPrinted() throws IOException {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      String url = services.url().replace("http://", "http://me:s3cret@");
      List<String> options =
          List.of(
              "--perf-url", url, "--commits-url", services.url(), "--github-url", services.url());
      Result result = run(Map.of(), options, reportArguments("--verbose"));
      services.breakWith(question -> Optional.of(FakeServices.text(404, "no")));
      Result broken = run(Map.of(), options, reportArguments("--verbose"));
      Result configured = run(Map.of("PERF_TRIAGE_PERF_URL", url), List.of(), "config");
      Result help = run(Map.of("PERF_TRIAGE_PERF_URL", url), List.of(), "report", "--help");
      Result wrong =
          run(
              Map.of("PERF_TRIAGE_PERF_URL", "ftp://me:s3cret@host"),
              List.of(),
              "compare",
              START,
              END);

      assertThat(result.exitCode()).isZero();
      assertThat(services.comparisons())
          .allSatisfy(
              question ->
                  assertThat(question.request().getHeaders().get("Authorization"))
                      .isEqualTo(Credentials.basic("me", "s3cret")));
      assertThat(broken.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(wrong.exitCode()).isEqualTo(ExitCodes.USAGE);
      for (Result each : List.of(result, broken, configured, help, wrong)) {
        assertThat(each.out() + each.err()).isNotEmpty().doesNotContain("s3cret");
      }
    }
  }

  // Certificates

  @ParameterizedTest
  @ValueSource(strings = {"--ca", "SSL_CERT_FILE", "SSL_CERT_DIR"})
  void aPrivateAuthorityIsTrustedIfNamed(String by) throws IOException {
    try (FakeServices services = secure(List.of("localhost"))) {
      String file = ca();
      Files.writeString(directory.resolve("README"), "no certificate");
      Result result =
          by.equals("--ca")
              ? run(Map.of(), services.options(), compareArguments("--ca", file))
              : run(
                  Map.of(by, by.endsWith("DIR") ? "." : file),
                  services.options(),
                  compareArguments());

      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void aCertificateOfNobodyTrustedIsNamedAndNotTriedAgain() throws IOException {
    try (FakeServices services = secure(List.of("localhost"))) {
      Result result = run(Map.of(), services.options(), compareArguments());

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err())
          .contains(
              "the certificate of localhost is signed by nobody that this machine trusts"
                  + " (subject CN=perf, issuer CN=Our Own CA); if that issuer is your"
                  + " organisation's, name its certificate by --ca or SSL_CERT_FILE")
          .doesNotContain("attempts");
      assertThat(services.questions()).isEmpty();
    }
  }

  @Test
  void aCertificateThatHasExpiredSaysSo() throws IOException {
    try (FakeServices services =
        serving(
            certificate(List.of("localhost"))
                .validityInterval(0, Duration.ofDays(1).toMillis())
                .build())) {
      Result result = run(Map.of(), services.options(), compareArguments("--ca", ca()));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err())
          .contains(
              "the certificate of localhost expired on 1970-01-02 (subject CN=perf, issuer CN=Our"
                  + " Own CA); check the clock of this machine, or tell whoever runs the server")
          .doesNotContain("attempts");
    }
  }

  @Test
  void aCertificateForAnotherHostSaysForWhich() throws IOException {
    try (FakeServices services = secure(List.of("perf.test", "www.perf.test"))) {
      Result result = run(Map.of(), services.options(), compareArguments("--ca", ca()));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
      assertThat(result.err())
          .contains(
              "the certificate of localhost is for perf.test, www.perf.test; check the address")
          .doesNotContain("attempts");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing.pem, no such file",
    "text.pem, it has none",
    "broken.pem, it is not in PEM or DER format"
  })
  void aFileWithoutCertificatesIsAnError(String file, String words) throws IOException {
    Files.writeString(directory.resolve("text.pem"), "");
    Files.writeString(
        directory.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Result result = compare(Map.of(), "https", "--ca", file);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .contains("Reading the certificates in " + directory.resolve(file) + " failed: " + words);
  }

  // GitHub's refusals

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "401; ''; HTTP status 401, \"Bad credentials\"",
        "403; required; HTTP status 403: it is not authorized for single sign-on",
        "403; ''; HTTP status 403, \"Bad credentials\"",
      })
  void aRefusedTokenIsNamedAndWhatIsPublicAskedForWithoutIt(
      int status, String singleSignOn, String words) {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      services.breakWith(
          question -> {
            if (question.request().getHeaders().get("Authorization") == null) {
              return Optional.empty();
            }
            MockResponse.Builder refusal =
                FakeServices.text(status, "Bad credentials").newBuilder();
            return Optional.of(
                singleSignOn.isEmpty()
                    ? refusal.build()
                    : refusal.addHeader("X-GitHub-SSO", singleSignOn).build());
          });
      Result result = run(Map.of("GITHUB_TOKEN", "0ld"), services.options(), reportArguments());

      assertThat(result.exitCode()).isZero();
      assertThat(result.err())
          .isEqualTo(
              "perf-triage: note: GitHub refuses the token in GITHUB_TOKEN ("
                  + words
                  + "); asking without it, with a lower limit\n");
      assertThat(result.out()).doesNotContain("<UNKNOWN>");
    }
  }

  @Test
  void aSecondaryLimitIsWaitedFor() {
    try (FakeServices services = new FakeServices(Cli.SAMPLE)) {
      AtomicBoolean limited = new AtomicBoolean();
      services.breakWith(
          question ->
              question.path().startsWith("/repos/") && limited.compareAndSet(false, true)
                  ? Optional.of(
                      FakeServices.text(
                          403, "{\"message\": \"You have exceeded a secondary rate limit.\"}"))
                  : Optional.empty());
      Result result = run(Map.of("GITHUB_TOKEN", "g00d"), services.options(), reportArguments());

      assertThat(limited).isTrue();
      assertThat(result.exitCode()).isZero();
      assertThat(result.err())
          .isEqualTo(
              "perf-triage: note: the service at localhost asks for a wait of 1 seconds; waiting\n");
      assertThat(result.out()).doesNotContain("<UNKNOWN>");
    }
  }

  private static Optional<MockResponse> askForUser(Question question) {
    return Credentials.basic("me", PASSWORD)
            .equals(question.request().getHeaders().get("Proxy-Authorization"))
        ? Optional.empty()
        : Optional.of(
            FakeServices.text(407, "")
                .newBuilder()
                .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                .build());
  }

  private static String host(Question question) {
    return question.request().getUrl().host();
  }

  private static FakeServices secure(List<String> hosts) {
    return serving(certificate(hosts).build());
  }

  private static FakeServices serving(HeldCertificate certificate) {
    return new FakeServices(
        Cli.SAMPLE, new HandshakeCertificates.Builder().heldCertificate(certificate).build());
  }

  private static HeldCertificate.Builder certificate(List<String> hosts) {
    HeldCertificate.Builder certificate =
        new HeldCertificate.Builder().signedBy(authority).commonName("perf");
    hosts.forEach(certificate::addSubjectAlternativeName);
    return certificate;
  }

  private String ca() throws IOException {
    Files.writeString(directory.resolve("ca.pem"), authority.certificatePem());
    return "ca.pem";
  }

  private Result report(Map<String, String> environment, String scheme, String... more) {
    return run(environment, addresses(scheme), reportArguments(more));
  }

  private Result compare(Map<String, String> environment, String scheme, String... more) {
    return run(environment, addresses(scheme), compareArguments(more));
  }

  private static List<String> addresses(String scheme) {
    return List.of(
        "--perf-url",
        scheme + "://perf.test/",
        "--commits-url",
        scheme + "://commits.test/",
        "--github-url",
        scheme + "://github.test/");
  }

  private static String[] reportArguments(String... more) {
    return Stream.concat(
            Stream.of("report", "-q", "--start", START, "--end", END, "-o", "-", "--no-store"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static String[] compareArguments(String... more) {
    return Stream.concat(
            Stream.of("compare", START, "c6d42d774d1edfb270b8faaefacc67c213b0260b", "--no-store"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private Result run(Map<String, String> environment, List<String> options, String... arguments) {
    return Cli.in(directory).with(environment).run(options, arguments);
  }

  private static void assertSound(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("#148241").doesNotContain("<UNKNOWN>");
  }
}
