package com.alexandrite.preview.data;

import com.alexandrite.environment.local.PostgresAdmin;
import java.io.IOException;

/** A server at which whoever asks is killed before one of his statements. */
final class DyingServer extends DatabaseServer {

  private int left;

  DyingServer(PostgresAdmin admin, int statements) {
    super(admin);
    left = statements;
  }

  @Override
  void run(String statement) throws IOException {
    die();
    super.run(statement);
  }

  @Override
  void runIn(String database, String... statements) throws IOException {
    die();
    super.runIn(database, statements);
  }

  private synchronized void die() throws IOException {
    if (left-- == 0) {
      throw new IOException("killed");
    }
  }
}
