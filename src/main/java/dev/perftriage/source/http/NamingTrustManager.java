package dev.perftriage.source.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Decides as another trust manager, and tells which certificate it rejects. */
final class NamingTrustManager extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager deciding;

  NamingTrustManager(X509ExtendedTrustManager deciding) {
    this.deciding = deciding;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws UntrustedCertificateException {
    naming(chain, () -> deciding.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws UntrustedCertificateException {
    naming(chain, () -> deciding.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type)
      throws UntrustedCertificateException {
    naming(chain, () -> deciding.checkServerTrusted(chain, type));
  }

  private static void naming(X509Certificate[] chain, Check check)
      throws UntrustedCertificateException {
    try {
      check.run();
    } catch (CertificateException e) {
      throw new UntrustedCertificateException(chain[0], e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    deciding.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    deciding.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    deciding.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return deciding.getAcceptedIssuers();
  }

  private interface Check {
    void run() throws CertificateException;
  }
}
