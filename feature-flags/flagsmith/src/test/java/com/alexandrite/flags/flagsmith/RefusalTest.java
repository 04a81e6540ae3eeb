package com.alexandrite.flags.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.flags.server.wire.FlagsmithDocument;
import com.alexandrite.flags.testing.contract.ContractFlags;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is said when there is no document. */
class RefusalTest {
  private final DocumentServer server = new DocumentServer();

  RefusalTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  private FlagsmithProvider provider(String key) {
    return provider("http://127.0.0.1:" + server.port() + "/api/v1", key);
  }

  private static FlagsmithProvider provider(String url, String key) {
    FlagsmithSettings settings = new FlagsmithSettings(url, key, "staging");
    return new FlagsmithProvider(settings, ContractFlags.ALL, InstantSource.system());
  }

  @Test
  void namesTheKeyThatIsRefusedButDoesNotTellIt() {
    server.answers(200, "{\"detail\": \"This environment key is not known.\"}");
    try (FlagsmithProvider provider = provider("ser.wrong")) {
      assertThatThrownBy(provider::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(
              "refuses the key of environment staging (403, This environment key is not known.)")
          .hasMessageContaining("alexandrite.flags.key")
          .hasMessageNotContaining("ser.wrong");
    }
    assertThat(new FlagsmithSettings("http://flags/", "ser.secret", "staging").toString())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {413, 429, 503})
  @Timeout(10)
  void doesNotTryAgainWithoutEnd(int status) throws IOException {
    server.answers(status, "");
    try (FlagsmithProvider provider = provider(DocumentServer.KEY)) {
      assertThatThrownBy(provider::read).hasMessageContaining("answers " + status);
      assertThatThrownBy(provider::read).hasMessageContaining("answers " + status);
      assertThat(server.requests()).isEqualTo(2);
      serve();
      assertThat(provider.read().version()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Sign in</html>", "{\"alexandrite\": 1", "[]", ""})
  void refusesWhatIsNoDocument(String body) throws IOException {
    serve();
    try (FlagsmithProvider provider = provider(DocumentServer.KEY)) {
      provider.read();
      server.answers(200, body);
      assertThatThrownBy(provider::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + server.port());
      serve();
      assertThat(provider.read().version()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"project\": null, \"feature_states\": []}"})
  void refusesADocumentWithHoles(String body) {
    server.answers(200, body);
    try (FlagsmithProvider provider = provider(DocumentServer.KEY)) {
      assertThatThrownBy(provider::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("sends a document that can't be read");
    }
  }

  @Test
  void refusesOurFieldWhenItIsBroken() {
    server.answers(
        200,
        "{\"project\": {\"segments\": []}, \"feature_states\": [], \"alexandrite\": {\"flags\": 7}}");
    try (FlagsmithProvider provider = provider(DocumentServer.KEY)) {
      assertThatThrownBy(provider::read).hasMessageContaining("can't be read");
    }
  }

  @Test
  void saysThatTheAddressIsAnother() {
    try (FlagsmithProvider provider =
        provider("http://127.0.0.1:" + server.port() + "/flags", DocumentServer.KEY)) {
      assertThatThrownBy(provider::read).hasMessageContaining("ends in /api/v1/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://flags/api/v1/, client-side, alexandrite.flags.key",
    "http://flags/api/v1/, , alexandrite.flags.key",
    ", ser.right, alexandrite.flags.url"
  })
  void refusesSettingsThatCannotWork(String url, String key, String named) {
    assertThatThrownBy(() -> provider(url, key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void asksTheSourceOnceForEachRead() throws IOException {
    serve();
    try (FlagsmithProvider provider = provider(DocumentServer.KEY)) {
      provider.read();
      provider.read();
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  private void serve() {
    server.answers(
        200,
        JsonMapper.shared()
            .writeValueAsString(
                FlagsmithDocument.of(
                    ContractFlags.document(1, ContractFlags.grown(100)),
                    ContractFlags.ALL,
                    "staging")));
  }
}
