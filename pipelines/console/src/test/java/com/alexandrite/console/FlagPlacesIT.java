package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.flags.server.hook.Signature;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The pages about flags as a whole: environments, segments, webhooks, and what is due. */
class FlagPlacesIT {
  @RegisterExtension static final FlagConsole console = new FlagConsole();

  private static final Pattern SECRET = Pattern.compile("data-secret value=\"([^\"]+)\"");

  private static String secret(String page) {
    Matcher found = SECRET.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> post(String path, String form) throws Exception {
    return console.page("POST", path, form, "en");
  }

  private static void done(HttpResponse<String> answer, String end) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("end=" + end));
  }

  @Test
  void everyPageIsThereInBothLanguages() throws Exception {
    for (String language : List.of("en", "ru")) {
      for (String path : List.of("environments", "segments", "webhooks", "due")) {
        assertThat(console.read("/flags/" + path, language))
            .doesNotContain("??", "style=\"", "onclick=", "<script>")
            .contains("/flags/environments", "/flags/segments", "/flags/webhooks", "/flags/due");
      }
    }
  }

  @Test
  void aKeysSecretIsShownOnceAndOpensUntilItIsRevoked() throws Exception {
    HttpResponse<String> made = post("/flags/environments/local/keys", "kind=server&label=a+till");
    assertThat(made.statusCode()).isEqualTo(200);
    String secret = secret(made.body());

    assertThat(console.read("/flags/environments", "en")).contains("a till").doesNotContain(secret);
    assertThat(opened(secret)).isEqualTo(200);

    String id = "";
    for (JsonNode key : console.rig().get("/api/flag-environments/local/keys")) {
      id = key.path("name").asString().equals("a till") ? key.path("id").asString() : id;
    }
    String revoke = "/keys/" + id + "/revoke";
    assertThat(post("/flags/environments/staging" + revoke, "").statusCode()).isEqualTo(404);
    done(post("/flags/environments/local" + revoke, ""), "revoked");
    assertThat(opened(secret)).isEqualTo(401);
  }

  @Test
  void theJobsOfAClusterMakeAndRemoveAPreviewsEnvironment() throws Exception {
    String key = clusterJob(". ./names.sh; flags_key").strip();
    clusterJob("sh ./make-flags.sh && sh ./make-flags.sh");
    assertThat(opened(key)).isEqualTo(200);
    assertThat(console.read("/flags?environment=preview-rings", "en")).contains("order-intake");

    clusterJob("sh ./remove-flags.sh && sh ./remove-flags.sh");
    assertThat(opened(key)).isEqualTo(401);
  }

  private static String clusterJob(String commands) throws Exception {
    ProcessBuilder job =
        new ProcessBuilder("sh", "-c", commands)
            .directory(new File("../../environments/kubernetes/cluster/scripts"))
            .redirectErrorStream(true);
    job.environment()
        .putAll(
            Map.of(
                "NAME", "rings",
                "INSTALLATION", "c0de",
                "SEED", "seed",
                "FLAGS_URL", console.rig().address().toString(),
                "FLAGS_TOKEN", ConsoleRig.TOKEN));
    Process running = job.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    return said;
  }

  private static int opened(String secret) throws Exception {
    URI document = console.rig().address().resolve("/api/v1/environment-document/");
    HttpRequest request =
        HttpRequest.newBuilder(document).header("X-Environment-Key", secret).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void aFreezeIsSetOnTheVisitorsClockAndLifted() throws Exception {
    String freezes = "/flags/environments/preview/freezes";
    done(
        post(freezes, "from=&to=2099-01-01T12:00&zone=Asia/Yekaterinburg&reason=a+fair"), "frozen");
    JsonNode freeze = console.rig().get("/api/flag-environments/preview/freezes").get(0);
    assertThat(freeze.path("to").asString()).isEqualTo("2099-01-01T07:00:00Z");

    HttpResponse<String> refused =
        console.page(
            "POST", "/flags/segments", "environment=preview&key=late&fresh=true&reason=x", "ru");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Окружение preview заморожено до", "value=\"late\"");

    done(post(freezes + "/" + freeze.path("id").asLong() + "/lift", ""), "lifted");
    assertThat(console.rig().get("/api/flag-environments/preview/freezes")).isEmpty();
    assertThat(post(freezes, "from=&to=soon&reason=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aSegmentIsSaidInWordsAndNotDeletedWhileARuleNamesIt() throws Exception {
    String conditions = "&rule=0&r0-attribute=role&r0-operator=IN&r0-values=customer,+seller";
    assertThat(post("/flags/segments/sentence", conditions).body())
        .contains("Everybody whose", "is one of", "customer, seller");
    String fields = "environment=staging&key=testers&fresh=true&reason=a+trial" + conditions;
    done(post("/flags/segments", fields), "done");
    assertThat(post("/flags/segments", fields).body()).contains("There is a segment testers");

    String rule =
        "environment=staging&enabled=true&rule=0&r0-segment=testers&r0-percent=100"
            + "&r0-variant=on&r0-weight=1&reason=for+them";
    done(post("/flags/live-updates/actions/rules", rule), "done");
    HttpResponse<String> refused =
        post("/flags/segments/testers/delete", "environment=staging&reason=over");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("live-updates has a rule for testers");

    post("/flags/live-updates/actions/rules", rule.replace("r0-segment=testers", "r0-segment="));
    done(post("/flags/segments/testers/delete", "environment=staging&reason=over"), "done");
  }

  @Test
  void aWebhookShowsWhatBecameOfItsMessages() throws Exception {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(exchange.getRequestHeaders().getFirst(Signature.HEADER) + " " + body);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    try {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/flags";
      String form = "environment=staging&url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
      String secret = secret(post("/flags/webhooks", form).body());
      post("/flags/segments", "environment=staging&key=heard&fresh=true&reason=to+be+heard");

      await().atMost(Duration.ofSeconds(20)).until(() -> !heard.isEmpty());
      String message = heard.element();
      int blank = message.indexOf(' ');
      assertThat(message.substring(0, blank))
          .isEqualTo(Signature.of(message.substring(blank + 1), secret));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> console.read("/flags/webhooks", "en").contains("Delivered"));
      assertThat(console.read("/flags/webhooks", "en")).contains(url).doesNotContain(secret);
      assertThat(post("/flags/webhooks", "url=nowhere").body()).contains("no web address");
    } finally {
      receiver.stop(0);
    }
    for (JsonNode hook : console.rig().get("/api/flag-webhooks")) {
      done(post("/flags/webhooks/" + hook.path("id").asString() + "/delete", ""), "removed");
    }
  }

  @Test
  void whatIsDueAndWhatWaitsStandOnOneList() throws Exception {
    JsonNode later =
        console
            .rig()
            .post(
                "/api/flags/quick-approve/environments/staging/schedule",
                Map.of("at", "2099-01-01T00:00:00Z", "on", true, "reason", "a new century"),
                201);
    done(post("/flags/environments/production/rule", "twoPersons=true"), "rule");
    try {
      done(
          post("/flags/segments", "environment=production&key=night&fresh=true&reason=a+shift"),
          "waits");
      assertThat(console.read("/flags/due", "en"))
          .contains("a new century", "segment night", "a shift");
      long request =
          console.rig().get("/api/flag-requests?environment=production").get(0).path("id").asLong();
      String decide = "/flags/due/requests/" + request;
      assertThat(post(decide + "/approve", "reason=mine").statusCode()).isEqualTo(403);
      done(post(decide + "/reject", "reason=no"), "rejected");
    } finally {
      post("/flags/environments/production/rule", "twoPersons=false");
    }
    String cancel = "/flags/due/" + later.path("series").asString() + "/cancel";
    done(post(cancel, ""), "cancelled");
    assertThat(console.page("POST", cancel, "", "ru").body()).contains("уже ничего не ждёт");
  }
}
