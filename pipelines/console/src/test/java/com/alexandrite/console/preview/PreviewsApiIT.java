package com.alexandrite.console.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.Phase;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewsApiIT {
  @RegisterExtension static final PreviewConsole console = new PreviewConsole();

  @Test
  void theListHasMemoryAndOrphansBesideThePreviews() throws Exception {
    SamplePreviews.all(Instant.now()).forEach(console.desk()::lay);

    JsonNode list = json(console.api("GET", "/api/previews", ""));

    assertThat(list.path("previews")).hasSize(5);
    assertThat(list.path("orphans").asInt(-1)).isZero();
    assertThat(list.path("orphansByKind").path("vhost").asInt(-1)).isZero();
    assertThat(list.path("memoryBytes").asLong()).isEqualTo(401_000_000);
    assertThat(list.path("memoryLimitBytes").asLong()).isEqualTo(6_000_000_000L);
  }

  @Test
  void aPreviewIsReadInWords() throws Exception {
    console.desk().lay(SamplePreviews.ready("feature-rings", "feature/rings", Instant.now()));

    JsonNode one = json(console.api("GET", "/api/previews/feature-rings", ""));

    assertThat(one.path("name").asString()).isEqualTo("feature-rings");
    assertThat(one.path("depth").asString()).isEqualTo("overlay+state");
    assertThat(one.path("phase").asString()).isEqualTo("READY");
    assertThat(one.path("readySeconds").asDouble()).isEqualTo(9.4);
    assertThat(one.path("addresses").propertyNames()).containsExactly("shop", "crm", "mes", "api");
    JsonNode shop = one.path("services").get(0);
    assertThat(shop.path("name").asString()).isEqualTo("shop");
    assertThat(shop.path("origin").asString()).isEqualTo("branch");
    assertThat(shop.path("revision").asString()).isEqualTo(SamplePreviews.BRANCH);
    assertThat(one.path("services").get(2).path("origin").asString()).isEqualTo("baseline");
    assertThat(one.path("schema").path("migrations").get(0).path("seconds").asDouble())
        .isEqualTo(0.084);
    assertThat(one.path("page").asString()).endsWith("/previews/feature-rings");
  }

  @Test
  void creatingIsAcceptedForWhoeverAsks() throws Exception {
    HttpResponse<String> made =
        console.api(
            "POST", "/api/previews", "{\"branches\":[\"feature/rings\"],\"depth\":\"full\"}");

    assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
    assertThat(json(made).path("phase").asString()).isEqualTo("BUILDING");
    assertThat(console.desk().asked()).containsExactly("create feature/rings FULL by command line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | /api/previews              | {"branches":["nothing"]}                 | 404 | unknown-branch
          POST   | /api/previews              | {"branches":["quarrel"]}                 | 409 | merge-conflict
          POST   | /api/previews              | {"branches":["rings"],"depth":"deep"}    | 400 | depth-unknown
          POST   | /api/previews              | {"branches":[]}                          | 400 |
          POST   | /api/previews              | {"branches":[" "]}                       | 400 |
          POST   | /api/previews              | {}                                       | 400 |
          GET    | /api/previews/gone         |                                          | 404 | preview-unknown
          DELETE | /api/previews/gone         |                                          | 404 | preview-unknown
          POST   | /api/previews/gone/reset   |                                          | 404 | preview-unknown
          POST   | /api/previews/gone/wake    |                                          | 404 | preview-unknown
          PUT    | /api/previews/gone/pin     | {"pinned":true}                          | 404 | preview-unknown
          PUT    | /api/previews/gone/verdict | {"outcome":"go","revision":"7c9f41be"}   | 404 | preview-unknown
          PUT    | /api/previews/here/verdict | {"outcome":"maybe","revision":"7c9f41be"} | 400 |
          PUT    | /api/previews/here/pin     | {}                                       | 400 |
          POST   | /api/previews/here/share   | {"hours":0}                              | 400 | hours-out-of-range
          POST   | /api/previews/here/share   | {"hours":169}                            | 400 | hours-out-of-range
          GET    | /api/previews/here/logs/no |                                          | 404 | log-unknown
          POST   | /api/previews/pushed       | {}                                       | 400 |
          """)
  void whatCanNotBeDoneIsAProblemWithAWordAndAnAdvice(
      String method, String path, @Nullable String body, int status, @Nullable String code)
      throws Exception {
    console.desk().lay(SamplePreviews.ready("here", "here", Instant.now()));

    HttpResponse<String> answer = console.api(method, path, body == null ? "" : body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode problem = json(answer);
    assertThat(problem.path("code").asString("")).isNotBlank();
    assertThat(problem.path("action").asString("")).isNotBlank();
    if (code != null) {
      assertThat(problem.path("code").asString()).isEqualTo(code);
    }
  }

  @Test
  void whatIsDoneReachesTheDesk() throws Exception {
    console.desk().lay(SamplePreviews.ready("here", "here", Instant.now()));

    assertThat(console.api("PUT", "/api/previews/here/pin", "{\"pinned\":true}").statusCode())
        .isEqualTo(200);
    assertThat(console.api("POST", "/api/previews/here/reset", "").statusCode()).isEqualTo(202);
    assertThat(console.api("POST", "/api/previews/here/wake", "").statusCode()).isEqualTo(202);
    String verdict = "{\"outcome\":\"no-go\",\"revision\":\"7c9f41be\"}";
    assertThat(console.api("PUT", "/api/previews/here/verdict", verdict).statusCode())
        .isEqualTo(200);
    assertThat(console.api("POST", "/api/previews/pushed", "{\"branch\":\"here\"}").statusCode())
        .isEqualTo(202);
    assertThat(console.api("DELETE", "/api/previews/here", "").statusCode()).isEqualTo(204);
    assertThat(console.desk().asked())
        .containsExactly(
            "pin here true by command line",
            "reset here by command line",
            "visited here/shop",
            "verdict here no-go",
            "pushed here",
            "delete here by command line");
  }

  @Test
  void followersHearOfEachChangeAndOfTheEnd() throws Exception {
    console.desk().lay(SamplePreviews.of("here", "here", Phase.STARTING, "", null, Instant.now()));
    try (HttpClient follower = HttpClient.newHttpClient();
        Stream<String> lines = follow(follower, "/api/previews/here/stream")) {
      Iterator<String> data = lines.filter(line -> line.startsWith("data:")).iterator();
      assertThat(data.next()).contains("\"phase\":\"STARTING\"");
      console.desk().lay(SamplePreviews.ready("here", "here", Instant.now()));
      hear(data, "\"phase\":\"READY\"");
      console.desk().delete("here", "rita");
      hear(data, "\"gone\":true");
      follower.shutdownNow();
    }
  }

  @Test
  void aLogIsReadFromItsEndAndReadAlong() throws Exception {
    console.desk().lay(SamplePreviews.ready("here", "here", Instant.now()));
    Path log =
        Files.createDirectories(console.home().resolve("logs")).resolve("preview.here.shop.log");
    Files.writeString(log, "one\ntwo\nthree\nhalf a li");

    assertThat(console.api("GET", "/api/previews/here/logs/shop?lines=2", "").body())
        .isEqualTo("two\nthree\n");
    try (HttpClient reader = HttpClient.newHttpClient();
        Stream<String> lines = follow(reader, "/api/previews/here/logs/shop/stream?lines=1")) {
      Iterator<String> data = lines.filter(line -> line.startsWith("data:")).iterator();
      assertThat(data.next()).isEqualTo("data:three");
      Files.writeString(log, "ne\n", StandardOpenOption.APPEND);
      assertThat(data.next()).isEqualTo("data:half a line");
      reader.shutdownNow();
    }
  }

  @Test
  void theCommentIsMarkdown() throws Exception {
    console.desk().lay(SamplePreviews.ready("here", "here", Instant.now()));
    assertThat(console.api("GET", "/api/previews/here/comment", "").body())
        .isEqualTo("### Preview here → http://shop.here.localhost:8080");
  }

  @Test
  void theApiIsDescribed() throws Exception {
    assertThat(json(console.api("GET", "/api/openapi", "")).path("paths").propertyNames())
        .contains(
            "/api/previews", "/api/previews/{name}/pin", "/api/previews/{name}/logs/{service}");
  }

  private static Stream<String> follow(HttpClient client, String path) throws Exception {
    return client
        .send(console.request(path, "text/event-stream", "en").build(), BodyHandlers.ofLines())
        .body();
  }

  /** Changes from before may still be on their way. */
  private static void hear(Iterator<String> data, String word) {
    assertThat(Stream.generate(data::next).limit(5).anyMatch(line -> line.contains(word))).isTrue();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
