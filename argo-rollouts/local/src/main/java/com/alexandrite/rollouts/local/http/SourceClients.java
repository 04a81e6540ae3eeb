package com.alexandrite.rollouts.local.http;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * The two clients that sources are asked with: one that believes certificates, and one that does
 * not look.
 */
public final class SourceClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient secure = builder().build();
  private final HttpClient insecure = builder().sslContext(trustingAll()).build();

  /** Asks nobody yet. */
  public SourceClients() {}

  /**
   * A client.
   *
   * @param careless whether any certificate will do
   */
  public HttpClient client(boolean careless) {
    return careless ? insecure : secure;
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(CONNECT_TIMEOUT);
  }

  private static SSLContext trustingAll() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
