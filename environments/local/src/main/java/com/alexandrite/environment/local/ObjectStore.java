package com.alexandrite.environment.local;

import java.net.URI;

/** Where services reach S3. */
public record ObjectStore(String endpoint, String accessKey, String secretKey, String bucket) {

  /** Reads {@code http://accessKey:secretKey@host:port/bucket}. */
  static ObjectStore of(URI uri) {
    Credentials credentials = Credentials.of(uri);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new ObjectStore(
        uri.getScheme() + "://" + uri.getHost() + port,
        credentials.user(),
        credentials.password(),
        uri.getPath().substring(1));
  }
}
