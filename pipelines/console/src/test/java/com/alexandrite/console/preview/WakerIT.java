package com.alexandrite.console.preview;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WakerIT {
  @RegisterExtension static final PreviewConsole console = new PreviewConsole();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static UpstreamService shop;

  @BeforeAll
  static void startService() throws IOException {
    shop = new UpstreamService();
  }

  @AfterAll
  static void stopService() {
    shop.close();
  }

  @BeforeEach
  void lay() {
    console.desk().lay(SamplePreviews.of("rings", "rings", Phase.WAKING, "", null, Instant.now()));
  }

  private static HttpRequest.Builder visit(String path) {
    return HttpRequest.newBuilder(console.address(path))
        .header("X-Alexandrite-Preview-Host", "shop.rings.localhost")
        .header("Cookie", "alexandrite-shop=its-own");
  }

  private static HttpResponse<String> browse(String path, String language) throws Exception {
    return CLIENT.send(
        visit(path).header("Accept", "text/html").header("Accept-Language", language).build(),
        ofString());
  }

  @Test
  void aBrowserWaitsOnAPageThatIsNeverKept() throws Exception {
    HttpResponse<String> page = browse("/orders?q=1", "en");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.body())
        .contains("Shop of rings", "Its processes start again", "/previews/rings")
        .doesNotContain("??", "src=", "<link rel=\"stylesheet\"");
    assertThat(browse("/", "ru").body()).contains("Процессы запускаются снова");
    assertThat(console.desk().asked()).contains("visited rings/shop");
  }

  @Test
  void thePageHearsWhenTheSiteAnswersAndABrowserIsPassedOnAtOnce() throws Exception {
    HttpResponse<String> before = CLIENT.send(visit("/.alexandrite/preview").build(), ofString());
    assertThat(before.headers().firstValue("X-Alexandrite-Preview")).hasValue("waiting");
    assertThat(before.body()).contains("Its processes start again").doesNotContain("<html");

    console.desk().answers("rings", "shop", shop.port());

    HttpResponse<String> after = CLIENT.send(visit("/.alexandrite/preview").build(), ofString());
    assertThat(after.headers().firstValue("X-Alexandrite-Preview")).hasValue("ready");
    assertThat(browse("/orders", "en").body()).startsWith("GET /orders");
  }

  @Test
  void aProgramIsHeldUntilTheServiceAnswers() throws Exception {
    HttpRequest request =
        visit("/api/orders/a%20b?x=1&y=%20z").header("Accept", "application/json").build();
    CompletableFuture<HttpResponse<String>> held = CLIENT.sendAsync(request, ofString());
    await().until(() -> console.desk().asked().contains("visited rings/shop"));
    assertThat(held).isNotDone();

    console.desk().answers("rings", "shop", shop.port());

    HttpResponse<String> answer = held.get();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Service")).hasValue("shop");
    assertThat(answer.headers().firstValue("X-Trace-Id")).isEmpty();
    assertThat(answer.body())
        .startsWith("GET /api/orders/a%20b?x=1&y=%20z\n")
        .contains("accept: application/json", "cookie: alexandrite-shop=its-own")
        .contains("x-forwarded-host: 127.0.0.1:", "x-forwarded-proto: http")
        .doesNotContain("x-alexandrite-preview-host");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUploadOfTenMegabytesArrivesByteForByte(boolean lengthKnown) throws Exception {
    console.desk().answers("rings", "shop", shop.port());
    byte[] body = UpstreamService.binary(10_000_000);
    HttpRequest request =
        visit("/digest")
            .header("Content-Type", "model/stl")
            .POST(
                lengthKnown
                    ? BodyPublishers.ofByteArray(body)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    HttpResponse<String> answer = CLIENT.send(request, ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(UpstreamService.digest(body));
  }

  @Test
  void manyAreHeldAtOnceAndAnswersAreBinaryToo() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> held =
        IntStream.range(0, 20)
            .mapToObj(_ -> CLIENT.sendAsync(visit("/binary").build(), ofByteArray()))
            .toList();
    await().until(() -> Collections.frequency(console.desk().asked(), "visited rings/shop") == 20);

    console.desk().answers("rings", "shop", shop.port());

    for (CompletableFuture<HttpResponse<byte[]>> one : held) {
      assertThat(one.get().body()).isEqualTo(UpstreamService.binary(100_000));
    }
  }

  @Test
  void redirectsAndCookiesOfTheServiceComeBackAsTheyAre() throws Exception {
    console.desk().answers("rings", "shop", shop.port());

    HttpResponse<String> moved =
        CLIENT.send(visit("/moved").POST(BodyPublishers.ofString("a=b")).build(), ofString());

    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(moved.headers().firstValue("Location")).hasValue("/sign-in");
    assertThat(moved.headers().allValues("Set-Cookie"))
        .containsExactlyInAnyOrder("alexandrite-shop=1; Path=/", "second=2; Path=/");
    HttpResponse<String> head = CLIENT.send(visit("/").HEAD().build(), ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(CLIENT.send(visit("/hang-up").build(), ofString()).statusCode()).isEqualTo(502);
  }

  @Test
  void whoDoesNotWakeInTimeOrCannotIsAProblem() throws Exception {
    HttpResponse<String> late = CLIENT.send(visit("/api/orders").build(), ofString());
    assertThat(late.statusCode()).isEqualTo(504);
    assertThat(late.body()).contains("preview-not-awake");

    Problem problem = new Problem("build-failed", "It does not compile.", "Mend it.");
    console.desk().lay(SamplePreviews.of("rings", "r", Phase.FAILED, "", problem, Instant.now()));
    HttpResponse<String> failed = CLIENT.send(visit("/api/orders").build(), ofString());
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.body()).contains("build-failed", "Mend it.");
    assertThat(browse("/", "en").body()).contains("It does not compile.", "Mend it.");

    console.desk().lay(SamplePreviews.of("rings", "r", Phase.REMOVING, "", null, Instant.now()));
    assertThat(CLIENT.send(visit("/api").build(), ofString()).statusCode()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.gone.localhost", "erp.rings.localhost", "nonsense", "a b"})
  void whatIsNotThereSaysWhatIs(String host) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(console.address("/")).header("X-Alexandrite-Preview-Host", host);

    HttpResponse<String> page =
        CLIENT.send(request.copy().header("Accept", "text/html").build(), ofString());
    HttpResponse<String> problem = CLIENT.send(request.build(), ofString());

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("http://shop.rings.localhost:8080").doesNotContain("??");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }
}
