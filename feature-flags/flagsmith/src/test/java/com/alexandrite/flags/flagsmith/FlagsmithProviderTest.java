package com.alexandrite.flags.flagsmith;

import static java.util.Objects.requireNonNull;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.server.wire.FlagsmithDocument;
import com.alexandrite.flags.testing.contract.ContractFlags;
import com.alexandrite.flags.testing.contract.Door;
import com.alexandrite.flags.testing.contract.FlagProviderContract;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/** The contract, with our flag server's document. */
class FlagsmithProviderTest extends FlagProviderContract {
  private final List<FlagsmithProvider> started = new ArrayList<>();
  private @Nullable DocumentServer server;
  private @Nullable Door door;

  @BeforeEach
  void open() throws IOException {
    DocumentServer opened = new DocumentServer();
    server = opened;
    door = new Door(opened.port());
  }

  @AfterEach
  void close() throws IOException {
    started.forEach(FlagsmithProvider::close);
    door().close();
    requireNonNull(server).close();
  }

  private Door door() {
    return requireNonNull(door);
  }

  @Override
  protected FlagProvider start() {
    FlagsmithSettings settings =
        new FlagsmithSettings("http://" + address(), DocumentServer.KEY, "staging");
    FlagsmithProvider provider =
        new FlagsmithProvider(settings, ContractFlags.ALL, InstantSource.system());
    started.add(provider);
    return provider;
  }

  @Override
  protected void publish(FlagDocument document) {
    String body =
        JsonMapper.shared()
            .writeValueAsString(FlagsmithDocument.of(document, ContractFlags.ALL, "staging"));
    requireNonNull(server).answers(200, body);
  }

  @Override
  protected void away() {
    door().shut();
  }

  @Override
  protected void back() {
    door().reopen();
  }

  @Override
  protected String address() {
    return "127.0.0.1:" + door().port() + "/api/v1";
  }
}
