package dev.perftriage.source.http;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** A server's certificate that is not trusted, and why. */
final class UntrustedCertificateException extends CertificateException {

  private static final long serialVersionUID = 1L;

  private final String complaint;
  private final boolean isOutOfDate;

  UntrustedCertificateException(X509Certificate certificate, CertificateException cause) {
    super(cause.getMessage(), cause);
    String validity = validity(certificate, cause);
    this.isOutOfDate = !validity.isEmpty();
    this.complaint =
        "%s (subject %s, issuer %s)"
            .formatted(
                isOutOfDate ? validity : "is signed by nobody that this machine trusts",
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName());
  }

  private static String validity(X509Certificate certificate, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "expired on " + day(certificate.getNotAfter());
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "is valid only from " + day(certificate.getNotBefore());
      }
    }
    return "";
  }

  private static String day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString();
  }

  /** What is wrong, with the subject and the issuer, to follow "the certificate". */
  String complaint() {
    return complaint;
  }

  /** Whether it has expired or is not yet valid, which trusting its issuer does not change. */
  boolean isOutOfDate() {
    return isOutOfDate;
  }
}
