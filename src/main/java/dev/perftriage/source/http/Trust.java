package dev.perftriage.source.http;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that servers may be signed by: those of Java, those of the system where Java can
 * read its store, and those in the user's files.
 */
final class Trust {

  /** No bundle of certificates is nearly as large. */
  private static final int MOST_BYTES = 16 << 20;

  private final Connection connection;
  private final String system;

  /**
   * The trust of a connection.
   *
   * @param system the name of the operating system, as in {@code os.name}
   */
  Trust(Connection connection, String system) {
    this.connection = connection;
    this.system = system;
  }

  /**
   * Makes a client use it.
   *
   * @throws DataException if a file of certificates cannot be read
   */
  void applyTo(OkHttpClient.Builder client) {
    try {
      X509ExtendedTrustManager manager = new NamingTrustManager(manager());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      client.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (GeneralSecurityException e) {
      throw new DataException("Preparing encrypted connections failed: " + e.getMessage(), e);
    }
  }

  private X509ExtendedTrustManager manager() throws GeneralSecurityException {
    X509ExtendedTrustManager usual = manager(null);
    Set<Certificate> more = more();
    if (more.isEmpty()) {
      return usual;
    }
    Collections.addAll(more, usual.getAcceptedIssuers());
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : more) {
        store.setCertificateEntry("ca" + number++, certificate);
      }
      return manager(store);
    } catch (IOException e) {
      throw new IllegalStateException("an empty key store needs no input", e);
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  private Set<Certificate> more() {
    Set<Certificate> certificates = new LinkedHashSet<>();
    for (String type : storesOf(system)) {
      addSystem(type, certificates);
    }
    for (Path file : connection.caFiles()) {
      Collection<? extends Certificate> found;
      try {
        found = certificates(file);
      } catch (CertificateException e) {
        throw new DataException(
            "Reading the certificates in " + file + " failed: it is not in PEM or DER format", e);
      } catch (IOException e) {
        throw failed(file, e);
      }
      if (found.isEmpty()) {
        throw new DataException("Reading the certificates in " + file + " failed: it has none");
      }
      certificates.addAll(found);
    }
    connection.caFolders().forEach(folder -> addFolder(folder, certificates));
    return certificates;
  }

  private static DataException failed(Path path, IOException e) {
    return new DataException(
        "Reading the certificates in " + path + " failed: " + IoReasons.of(e), e);
  }

  /** The system's stores that Java can read: of Windows and macOS. */
  static List<String> storesOf(String system) {
    return system.startsWith("Windows")
        ? List.of("Windows-ROOT")
        : system.startsWith("Mac") ? List.of("KeychainStore-ROOT", "KeychainStore") : List.of();
  }

  /** Adds what a store of the system holds; this Java may not know the store. */
  private static void addSystem(String type, Set<Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)) {
          certificates.add(store.getCertificate(alias));
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      // Java's own certificates remain.
    }
  }

  /** Adds the certificates in a folder, which may hold other files, too. */
  private static void addFolder(Path folder, Set<Certificate> certificates) {
    List<Path> files;
    try (Stream<Path> children = Files.list(folder)) {
      files = children.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw failed(folder, e);
    }
    for (Path file : files) {
      try {
        certificates.addAll(certificates(file));
      } catch (CertificateException | IOException e) {
        // Another file, which a folder of certificates may hold.
      }
    }
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, CertificateException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
    }
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(bytes));
  }
}
