package dev.perftriage.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "proxy.test, proxy.test:80",
    "proxy.test:3128, proxy.test:3128",
    "http://proxy.test:3128/, proxy.test:3128",
    "HTTP://user:secret@proxy.test:3128, proxy.test:3128",
    "http://[::1]:3128, ::1:3128",
    "socks5h://proxy.test, proxy.test:1080",
    "socks://proxy.test:80, proxy.test:80",
  })
  void anAddressMayHaveASchemeAPortAndAUser(String address, String proxy) {
    assertThat(ProxyServer.of(address, "ALL_PROXY")).hasToString(proxy);
  }

  @Test
  void theMoreSpecificVariableWinsAndTheOneInLowerCase() {
    Map<String, String> environment =
        Map.of("ALL_PROXY", "all", "HTTPS_PROXY", "upper", "https_proxy", "lower");

    assertThat(proxy(environment, "https")).isEqualTo("lower:80");
    assertThat(proxy(environment, "http")).isEqualTo("all:80");
    assertThat(proxy(Map.of("HTTPS_PROXY", "upper", "ALL_PROXY", "all"), "https"))
        .isEqualTo("upper:80");
  }

  @Test
  void anEmptyVariableMeansNoProxy() {
    assertThat(proxy(Map.of("ALL_PROXY", "all", "https_proxy", ""), "https")).isEqualTo("none");
    assertThat(proxy(Map.of(), "https")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rust-lang.org; rust-lang.org; true",
        "rust-lang.org; perf.rust-lang.org; true",
        ".rust-lang.org; PERF.rust-lang.org; true",
        "*.rust-lang.org; perf.rust-lang.org; true",
        "rust-lang.org; trust-lang.org; false",
        "other.test, rust-lang.org; rust-lang.org; true",
        "other.test rust-lang.org; rust-lang.org; true",
        "rust-lang.org:443; rust-lang.org; true",
        "rust-lang.org:8443; rust-lang.org; false",
        "*; perf.rust-lang.org; true",
        "10.0.0.0/8; 10.255.0.1; true",
        "10.0.0.0/8; 11.0.0.1; false",
        "10.0.0.0/8; 10.test; false",
        "192.168.1.128/25; 192.168.1.127; false",
        "192.168.1.7; 192.168.1.7; true",
        "192.168.1.7:443; 192.168.1.7; true",
        "192.168.1.7:80; 192.168.1.7; false",
        "fd00::/8; [fd00::1]; true",
        "fd00::1; [fd00:0::1]; true",
        "[fd00::1]:443; [fd00::1]; true",
        "[fd00::1]:80; [fd00::1]; false",
        "fd00::/8; 10.0.0.1; false",
        "10.0.0.0/99; 10.0.0.0; false",
        "'  ,, /, :80,[]'; perf.rust-lang.org; false",
        "''; localhost; true",
        "''; dev.localhost; true",
        "''; 127.1.2.3; true",
        "''; [::1]; true",
        "''; localhost.test; false",
      })
  void exceptionsAreNamesAddressesAndRanges(String list, String host, boolean isExcepted) {
    assertThat(new NoProxy(list).contains(host, 443)).isEqualTo(isExcepted);
  }

  private static String proxy(Map<String, String> environment, String scheme) {
    return Proxies.of(environment)
        .serving(scheme, "perf.test", 443)
        .map(ProxyServer::toString)
        .orElse("none");
  }
}
