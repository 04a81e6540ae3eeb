package com.alexandrite.preview.data;

import static com.alexandrite.preview.data.DatabaseServer.name;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases that clones are made from. All are made together, so that an order is the same one
 * in each; again when the baseline's schema or a script changed, or after a day. Whoever clones
 * takes what there is and waits only for the very first ones.
 */
public final class Templates {

  private static final Logger log = LoggerFactory.getLogger(Templates.class);
  private static final Duration LASTS = Duration.ofHours(24);

  private final DatabaseServer server;
  private final Baseline baseline;
  private final InstantSource clock;
  private final Executor background;
  private final AtomicBoolean looking = new AtomicBoolean();

  Templates(DatabaseServer server, Baseline baseline, InstantSource clock, Executor background) {
    this.server = server;
    this.baseline = baseline;
    this.clock = clock;
    this.background = background;
  }

  /** One to clone from. */
  record Template(TemplateName name, Note note) {}

  /** The best one that there is; the first ones are made now, fresher ones meanwhile. */
  Template ready(String database) throws IOException, InterruptedException {
    Optional<Template> known = newest(database);
    if (known.isPresent()) {
      refreshMeanwhile();
      return known.get();
    }
    refresh(false);
    return newest(database)
        .orElseThrow(() -> new IOException("there is no template of " + database + " to clone"));
  }

  /** Makes all anew, whatever their age. */
  public void refresh() throws IOException, InterruptedException {
    refresh(true);
  }

  private void refreshMeanwhile() {
    if (looking.compareAndSet(false, true)) {
      background.execute(() -> {
        try {
          refresh(false);
        } catch (IOException e) {
          log.error("No fresh templates; previews go on with the old ones: {}", e.getMessage());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } finally {
          looking.set(false);
        }
      });
    }
  }

  /** One maker at a time, on the whole server: a console that was killed may still be at it. */
  private void refresh(boolean anyhow) throws IOException, InterruptedException {
    try (Connection held = server.connect(server.admin().database());
        Statement lock = held.createStatement()) {
      lock.execute(
          "select pg_advisory_lock(hashtext("
              + DatabaseServer.text(TemplateName.prefix(baseline.installation()))
              + "))");
      List<TemplateName> wanted = wanted();
      if (anyhow || wanted.stream().anyMatch(this::isDue)) {
        makeAll(wanted);
      }
      dropOthers(wanted);
    } catch (SQLException e) {
      throw server.failed(server.admin().database(), e);
    }
  }

  private void makeAll(List<TemplateName> wanted) throws IOException, InterruptedException {
    Instant began = clock.instant();
    ensureOwner();
    TemplateMaking making = new TemplateMaking(server, baseline);
    for (TemplateName template : wanted) {
      making.make(template, Scripts.of(template.database(), baseline.sources()), began);
    }
    log.info(
        "Templates of {} databases made in {} ms",
        wanted.size(),
        Duration.between(began, clock.instant()).toMillis());
  }

  private List<TemplateName> wanted() throws IOException {
    List<TemplateName> names = new ArrayList<>();
    for (String database : Baseline.DATABASES.values()) {
      names.add(
          new TemplateName(
              baseline.installation(),
              database,
              Scripts.of(database, baseline.sources()).hash(history(database))));
    }
    return names;
  }

  private List<String> history(String database) throws IOException {
    String live = baseline.live().getOrDefault(database, database);
    List<String> history = server.hasDatabase(live) ? History.keys(live, server) : List.of();
    if (history.isEmpty()) {
      throw new IOException(
          "The baseline's database %s has no tables yet: run ./alexandrite up and try again."
              .formatted(live));
    }
    return history;
  }

  private boolean isDue(TemplateName template) {
    try {
      return Note.on(template.value(), server)
          .filter(note -> note.madeAt().plus(LASTS).isAfter(clock.instant()))
          .isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void ensureOwner() throws IOException {
    String owner = TemplateName.owner(baseline.installation());
    if (!server.hasRole(owner)) {
      server.run("CREATE ROLE " + name(owner) + " NOLOGIN");
    }
    new ServerRights(server).joinRole(owner);
  }

  /** The server itself waits until nobody clones from one any more. */
  private void dropOthers(List<TemplateName> wanted) throws IOException, InterruptedException {
    List<String> kept = wanted.stream().map(TemplateName::value).toList();
    List<String> others =
        new ArrayList<>(server.databases(TemplateName.prefix(baseline.installation())));
    others.removeAll(kept);
    server.dropAll(others);
  }

  private Optional<Template> newest(String database) throws IOException {
    List<Template> whole = new ArrayList<>();
    for (String found : server.databases(TemplateName.prefix(baseline.installation()))) {
      Optional<TemplateName> name =
          TemplateName.parse(found).filter(it -> it.database().equals(database));
      if (name.isPresent()) {
        Note.on(found, server).ifPresent(note -> whole.add(new Template(name.get(), note)));
      }
    }
    return whole.stream().max(Comparator.comparing(it -> it.note().madeAt()));
  }
}
