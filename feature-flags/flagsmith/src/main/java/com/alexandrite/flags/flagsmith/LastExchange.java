package com.alexandrite.flags.flagsmith;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what the source answered last. The client's own model leaves out the fields that it does
 * not know, and its errors do not say what happened; both pass here.
 */
final class LastExchange implements Interceptor {
  private static final long LIMIT = 32L << 20;
  private static final long PROBLEM = 4096;
  private static final int LONGEST = 200;

  private volatile String body = "";
  private volatile String said = "";
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
      said = response.isSuccessful() ? "" : said(response.peekBody(PROBLEM).string());
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
              "%s refuses the key of environment %s (%d%s): set alexandrite.flags.key to a server-side key of that environment, which the flag server's page of environments makes"
                  .formatted(source, settings.environment(), status, said);
          case 404 ->
              source
                  + " has no environment-document/ (404): alexandrite.flags.url ends in /api/v1/";
          case 200 -> source + " answers with something that is no environment document";
          default -> source + " answers " + status + said;
        });
  }

  /** The field in which both Flagsmith and our flag server say what is wrong. */
  private static String said(String problem) {
    try {
      String detail = JsonMapper.shared().readTree(problem).path("detail").asString("").strip();
      return detail.isEmpty() ? "" : ", " + detail.substring(0, Math.min(LONGEST, detail.length()));
    } catch (JacksonException noJson) {
      // Another server's page, say: the status tells as much.
      return "";
    }
  }
}
