package com.alexandrite.preview.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIT {

  private static final String TAG = "baggage: preview=feature-rings";

  private static EdgeRig edge;
  private static TinySite rings;
  private static TinySite baseline;
  private static TinySite console;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    edge = new EdgeRig(folder);
    rings = new TinySite("rings");
    baseline = new TinySite("baseline");
    console = new TinySite("console", edge.ports().get("console"));
    edge.baselineShop(baseline);
    edge.routes().put(PreviewRoutes.host(new PreviewName("feature-rings"), "shop"), rings.port());
  }

  @AfterAll
  static void stop() {
    edge.close();
    rings.close();
    baseline.close();
    console.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.feature-rings.localhost",
        "SHOP.Feature-Rings.Localhost",
        "api.feature-rings.localhost",
        "shop.feature-rings.localhost."
      })
  void aHostLeadsToThePreview(String host) throws IOException {
    EdgeRig.Answer answer = edge.ask(host);

    assertThat(answer.by()).isEqualTo("rings");
    assertThat(answer.sent("host")).isEqualTo(host + ":8080");
    assertThat(answer.sent("x-forwarded-host")).isEqualTo(host + ":8080");
    assertThat(answer.sent("baggage")).isEqualTo("preview=feature-rings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baggage: preview=feature-rings",
        "Baggage: PREVIEW = Feature-Rings",
        "baggage: user=7, preview=feature-rings",
        "baggage: user=7;secret,preview=feature-rings;from=curl ; x , y=2",
        "baggage: preview=feature%2Drings",
        "baggage: user=7\r\nX-Other: 1\r\nbaggage: y=2,\tpreview=feature-rings",
        "baggage: xpreview=no, my.preview=no\r\nbaggage:preview=feature-rings"
      })
  void baggageLeadsToThePreview(String header) throws IOException {
    EdgeRig.Answer answer = edge.ask("shop.localhost", header);

    assertThat(answer.by()).isEqualTo("rings");
    assertThat(answer.sent("host")).isEqualTo("shop.localhost:8080");
    assertThat(edge.ask("api.localhost", header).by()).isEqualTo("rings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"baggage: xpreview=feature-rings", "baggage: preview=", "X-Baggage: preview=x"})
  void otherBaggageStaysInTheBaseline(String header) throws IOException {
    EdgeRig.Answer answer = edge.ask("shop.localhost", header);

    assertThat(answer.by()).isEqualTo("baseline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baggage: preview=gold",
        "baggage: a=1,PREVIEW = gold;p=1, preview=silver",
        "baggage: a=1\r\nbaggage: preview=gold, b=2",
        "baggage: a=\"x, preview=gold, y\""
      })
  void anotherPreviewsNameReachesNoService(String header) throws IOException {
    EdgeRig.Answer answer = edge.ask("shop.feature-rings.localhost", header);

    assertThat(answer.by()).isEqualTo("rings");
    assertThat(answer.sent("baggage"))
        .contains("preview=feature-rings")
        .doesNotContain("gold", "silver");
  }

  @Test
  void otherMembersAreKept() throws IOException {
    EdgeRig.Answer answer =
        edge.ask("shop.feature-rings.localhost", "baggage: a=1,preview=gold;p=1,b=2;q");

    assertThat(answer.sent("baggage")).isEqualTo("a=1,preview=feature-rings,b=2;q");
  }

  @Test
  void whoHasNoRouteReachesTheWaker() throws IOException {
    EdgeRig.Answer byHost =
        edge.ask("api.feature-gold.localhost", "X-Alexandrite-Preview-Host: shop.evil.localhost");
    EdgeRig.Answer byBaggage = edge.ask("crm.localhost", TAG);

    assertThat(byHost.by()).isEqualTo("console");
    assertThat(byHost.sent("x-alexandrite-preview-host")).isEqualTo("shop.feature-gold.localhost");
    assertThat(byHost.sent("x-forwarded-host")).isEqualTo("api.feature-gold.localhost:8080");
    assertThat(byBaggage.sent("x-alexandrite-preview-host"))
        .isEqualTo("crm.feature-rings.localhost");
  }

  @Test
  void aStreamWakesNothing() throws IOException {
    EdgeRig.Answer answer = edge.ask("crm.feature-rings.localhost", "Accept: text/event-stream");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).containsIgnoringCase("retry-after: 5").contains("asleep");
  }

  @Test
  void aNameThatCannotBeIsRefused() throws IOException {
    EdgeRig.Answer answer = edge.ask("shop.localhost", "baggage: preview=../../etc");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void nobodyPretendsToBeTheEdge() throws IOException {
    EdgeRig.Answer answer =
        edge.ask(
            "console.localhost",
            "X-Alexandrite-Preview-Host: shop.feature-rings.localhost",
            "X-Forwarded-For: 9.9.9.9",
            "X-Forwarded-Host: bank.example",
            "Forwarded: for=9.9.9.9",
            TAG);

    assertThat(answer.by()).isEqualTo("console");
    assertThat(answer.sent("x-alexandrite-preview-host")).isEmpty();
    assertThat(answer.sent("forwarded")).isEmpty();
    assertThat(answer.sent("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(answer.sent("x-forwarded-host")).isEqualTo("console.localhost:8080");
  }
}
