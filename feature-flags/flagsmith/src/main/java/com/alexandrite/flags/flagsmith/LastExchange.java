package com.alexandrite.flags.flagsmith;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the source answered last. The client's own model leaves out the fields that it does
 * not know, and its errors do not say what happened; both pass here.
 */
final class LastExchange implements Interceptor {
  private static final long LIMIT = 32L << 20;

  private volatile String body = "";
  private volatile int status;
  private volatile @Nullable IOException failure;

  @Override
  public Response intercept(Chain chain) throws IOException {
    status = 0;
    failure = null;
    try {
      Response response = chain.proceed(chain.request());
      status = response.code();
      body = response.isSuccessful() ? response.peekBody(LIMIT).string() : "";
      return response;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** The text of the last good answer. */
  String body() {
    return body;
  }

  /** Why there is no new document. */
  IOException refusal(FlagsmithSettings settings) {
    String source = "the flag source " + settings.address();
    IOException cause = failure;
    if (cause != null) {
      return new IOException(source + " is away: " + cause, cause);
    }
    return new IOException(
        switch (status) {
          case 401, 403 ->
              "%s refuses the key of environment %s (%d): set alexandrite.flags.key to its server-side key"
                  .formatted(source, settings.environment(), status);
          case 404 ->
              source
                  + " has no environment-document/ (404): alexandrite.flags.url ends in /api/v1/";
          case 200 -> source + " answers with something that is no environment document";
          default -> source + " answers " + status;
        });
  }
}
