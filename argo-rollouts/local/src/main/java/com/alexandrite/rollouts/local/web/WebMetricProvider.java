package com.alexandrite.rollouts.local.web;

import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.OAuth2;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Web;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.web.WebAnswer;
import com.alexandrite.rollouts.engine.web.WebQuestion;
import com.alexandrite.rollouts.local.http.AccessToken;
import com.alexandrite.rollouts.local.http.Exchange;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.alexandrite.rollouts.local.http.SourceFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Answers metrics whose provider is {@code web}. */
public final class WebMetricProvider implements MetricProvider {
  private final SourceClients clients;

  /** Asks with these clients. */
  public WebMetricProvider(SourceClients clients) {
    this.clients = clients;
  }

  @Override
  public Reading measure(MetricSpec metric) {
    if (!(metric.provider() instanceof Web web)) {
      return new Reading.Failure("provider " + metric.provider().type() + " is no web address");
    }
    return switch (WebQuestion.of(web)) {
      case WebQuestion.Refused(String message) -> new Reading.Failure(message);
      case WebQuestion.Request request -> ask(web, request);
    };
  }

  private Reading ask(Web web, WebQuestion.Request question) {
    HttpClient client = clients.client(web.insecure());
    try {
      HttpRequest.Builder request = request(web, question);
      OAuth2 access = web.oauth2();
      if (access != null) {
        request.setHeader("Authorization", AccessToken.ask(client, access, web.timeout()));
      }
      HttpResponse<String> answer = Exchange.send(client, request.build());
      return WebAnswer.read(web, answer.statusCode(), answer.body());
    } catch (SourceFailure e) {
      return new Reading.Failure(e.explanation());
    } catch (IllegalArgumentException e) {
      return new Reading.Failure("invalid address or header: " + e.getMessage());
    }
  }

  private static HttpRequest.Builder request(Web web, WebQuestion.Request question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(web.url()))
            .timeout(web.timeout())
            .method(
                question.method(),
                question.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(question.body()));
    question.headers().forEach(request::setHeader);
    return request;
  }

  @Override
  public Reading terminate(MetricSpec metric, Measurement inFlight) {
    return new Reading.Failure("a request leaves nothing behind that could be terminated");
  }
}
