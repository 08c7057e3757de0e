package dev.perftriage.source.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are reached without a proxy, as curl and Go read {@code NO_PROXY}: names with
 * everything below them, addresses, ranges of addresses such as {@code 10.0.0.0/8}, each but a
 * range perhaps with a port, separated by commas or spaces; {@code *} means all. This machine is
 * always among them.
 */
final class NoProxy {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:\\*?\\.)?\\[?(?<host>[^\\]*/]*?)\\]?(?:/(?<bits>\\d{1,3})|:(?<port>\\d{1,5}))?");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final boolean isAll;
  private final List<Entry> entries = new ArrayList<>();

  NoProxy(String list) {
    List<String> words =
        Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    isAll = words.contains("*");
    for (String word : words) {
      // An address of IPv6 without brackets has no port.
      Matcher entry = ENTRY.matcher(isBareIpv6(word) ? "[" + word + "]" : word);
      if (entry.matches()) {
        entries.add(new Entry(entry.group("host"), entry.group("bits"), entry.group("port")));
      }
    }
  }

  private static boolean isBareIpv6(String word) {
    return !word.startsWith("[")
        && word.indexOf(':') != word.lastIndexOf(':')
        && !word.contains("/");
  }

  /** Whether a host is reached without a proxy; an IPv6 address may have brackets. */
  boolean contains(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$", "");
    return isAll
        || Loopback.is(name)
        || entries.stream().anyMatch(entry -> entry.contains(name, port));
  }

  private static Optional<byte[]> address(String host) {
    if (host.indexOf(':') < 0 && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      // No name, so that nothing is looked up.
      return Optional.of(InetAddress.getByName(host).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** A host, or a range of addresses if {@code bits} is not null. */
  private record Entry(String host, @Nullable String bits, @Nullable String port) {

    boolean contains(String name, int itsPort) {
      if (port != null && Integer.parseInt(port) != itsPort) {
        return false;
      }
      Optional<byte[]> wanted = address(host);
      Optional<byte[]> given = address(name);
      if (wanted.isPresent()) {
        return given.isPresent() && isInRange(given.get(), wanted.get());
      }
      return !host.isEmpty() && (name.equals(host) || name.endsWith("." + host));
    }

    private boolean isInRange(byte[] address, byte[] range) {
      int length = bits == null ? Byte.SIZE * range.length : Integer.parseInt(bits);
      if (address.length != range.length || length > Byte.SIZE * range.length) {
        return false;
      }
      for (int bit = 0; bit < length; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ range[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
