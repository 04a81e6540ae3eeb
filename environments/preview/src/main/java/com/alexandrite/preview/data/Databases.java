package com.alexandrite.preview.data;

import com.alexandrite.environment.local.PostgresAdmin;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A database of its own for each service of a preview: a clone of an anonymous template, owned by a
 * role that can enter no other one, brought to the branch's schema.
 */
public final class Databases implements PreviewResource {

  private static final String NONE = "";

  private final DatabaseServer server;
  private final Baseline baseline;
  private final ServerRights rights;
  private final Templates templates;
  private final Clones clones;
  private final BranchMigrations migrations;

  /** On this server; fresh templates are made by threads of their own. */
  public Databases(PostgresAdmin admin, Baseline baseline, InstantSource clock) {
    this(new DatabaseServer(admin), baseline, clock, Thread::startVirtualThread);
  }

  Databases(DatabaseServer server, Baseline baseline, InstantSource clock, Executor background) {
    this.server = server;
    this.baseline = baseline;
    this.rights = new ServerRights(server);
    this.templates = new Templates(server, baseline, clock, background);
    this.clones = new Clones(server, baseline.installation(), templates);
    this.migrations = new BranchMigrations(server, clones);
  }

  @Override
  public String kind() {
    return "database";
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    return clones.found();
  }

  @Override
  public void make(Space space, Content content)
      throws IOException, InterruptedException, PreviewFailure {
    rights.require();
    rights.joinOwners(baseline.live().values());
    rights.close(baseline.closed());
    for (String service : content.services()) {
      Optional<String> database = Baseline.databaseOf(service);
      if (database.isPresent()) {
        make(space, content, service, database.get());
      }
    }
  }

  private void make(Space space, Content content, String service, String database)
      throws IOException, InterruptedException, PreviewFailure {
    clones.ensure(space, database);
    if (content.fromBranch().contains(service)) {
      migrations.run(space, service, database, content.sources());
    } else if (isAheadOfBaseline(space.database(database), database)) {
      clones.anew(space, database);
    }
  }

  /** Whether a branch that no longer changes the service has migrated the clone before. */
  private boolean isAheadOfBaseline(String clone, String database) throws IOException {
    Set<String> known = new HashSet<>(clones.noteOn(clone).map(Note::history).orElse(List.of()));
    List<String> ran = History.keys(clone, server);
    if (known.containsAll(ran)) {
      return false;
    }
    known.addAll(History.keys(baseline.live().getOrDefault(database, database), server));
    return !known.containsAll(ran);
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Baseline.databaseOf(service)
        .map(space::database)
        .map(clone ->
            Map.of(
                "SPRING_DATASOURCE_URL",
                server.admin().jdbcUrl(clone),
                "SPRING_DATASOURCE_USERNAME",
                clone,
                "SPRING_DATASOURCE_PASSWORD",
                space.secret("database")))
        .orElse(Map.of());
  }

  @Override
  public void remove(PreviewName name) throws IOException, InterruptedException {
    clones.remove(name);
  }

  /** Begins again with the baseline's data; the branch's migrations run again. */
  public void reset(Space space, Content content)
      throws IOException, InterruptedException, PreviewFailure {
    for (String service : content.services()) {
      Optional<String> database = Baseline.databaseOf(service);
      if (database.isPresent()) {
        Note.remove(space.database(database.get()), server);
      }
    }
    make(space, content);
  }

  /** How the clones of these services differ from what they were cloned from. */
  public SchemaReport report(Space space, Set<String> services) throws IOException {
    List<SchemaReport.Change> changes = new ArrayList<>();
    List<SchemaReport.Migration> added = new ArrayList<>();
    for (Map.Entry<String, String> entry : Baseline.DATABASES.entrySet()) {
      String clone = space.database(entry.getValue());
      Optional<Note> note =
          services.contains(entry.getKey()) ? clones.noteOn(clone) : Optional.empty();
      if (note.isPresent()) {
        List<Catalog.Thing> now = Catalog.of(clone, server);
        changes.addAll(new SchemaDifference(entry.getKey(), note.get().things(), now).changes());
        added.addAll(History.besides(note.get().history(), entry.getKey(), clone, server));
      }
    }
    return new SchemaReport(changes, added);
  }

  /** How much disk its databases take. */
  public long bytes(Space space) throws IOException {
    String prefix = space.database(NONE);
    return server
        .ask(
            row -> row.getLong(1),
            """
            select coalesce(sum(pg_database_size(oid)), 0)::bigint from pg_database
            where starts_with(datname, ?)
            """,
            prefix)
        .getFirst();
  }

  /** What they are cloned from. */
  public Templates templates() {
    return templates;
  }
}
