package com.alexandrite.kit.preview;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Passes the baggage on to services that are called over HTTP. */
public final class PassingOn implements ClientHttpRequestInterceptor {

  private final OwnSpace own;

  /** Passes on what is marked with this space. */
  public PassingOn(OwnSpace own) {
    this.own = own;
  }

  @Override
  public ClientHttpResponse intercept(
      org.springframework.http.HttpRequest request,
      byte[] body,
      ClientHttpRequestExecution execution)
      throws IOException {
    own.outgoing().ifPresent(baggage -> request.getHeaders().set(Baggage.HEADER, baggage));
    return execution.execute(request, body);
  }

  /** The same for the client of Java itself. */
  public HttpRequest.Builder with(HttpRequest.Builder request) {
    own.outgoing().ifPresent(baggage -> request.setHeader(Baggage.HEADER, baggage));
    return request;
  }
}
