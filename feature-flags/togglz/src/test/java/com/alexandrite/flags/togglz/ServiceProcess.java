package com.alexandrite.flags.togglz;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.testing.contract.ContractFlags;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.togglz.core.Feature;
import org.togglz.core.manager.FeatureManager;
import org.togglz.core.manager.FeatureManagerBuilder;
import org.togglz.core.util.NamedFeature;

/** What a process of a service has: the provider, and Togglz beside it. */
final class ServiceProcess {
  final TogglzProvider provider;
  final FeatureManager togglz;
  private final AtomicReference<EvaluationContext> asking =
      new AtomicReference<>(EvaluationContext.NOBODY);

  ServiceProcess(PGSimpleDataSource database, String address, LiveFlags live) {
    FlagsInForce flags = new FlagsInForce(ContractFlags.ALL);
    FlagStore store =
        new FlagStore(database, address, InitialDocument.of("staging", ContractFlags.ALL));
    provider = new TogglzProvider(store, flags);
    RulesStrategy strategy = new RulesStrategy(flags, live);
    togglz =
        new FeatureManagerBuilder()
            .featureProvider(new CatalogueFeatures(ContractFlags.ALL))
            .stateRepository(new FlagStateRepository(store, flags))
            .userProvider(() -> new FlagUser("anna", false, asking.get()))
            .activationStrategyProvider(() -> List.of(strategy))
            .build();
  }

  boolean isActive(Flag<?> flag, EvaluationContext context) {
    asking.set(context);
    return togglz.isActive(feature(flag));
  }

  static Feature feature(Flag<?> flag) {
    return new NamedFeature(flag.key());
  }

  /** The servers' database, through a port. */
  static PGSimpleDataSource database(BackingServers servers, int port) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(servers.jdbcUrl());
    database.setPortNumbers(new int[] {port});
    database.setUser(servers.databaseUser());
    database.setPassword(servers.databasePassword());
    return database;
  }

  static PGSimpleDataSource database(BackingServers servers) {
    return database(servers, port(servers));
  }

  static int port(BackingServers servers) {
    PGSimpleDataSource asWritten = new PGSimpleDataSource();
    asWritten.setUrl(servers.jdbcUrl());
    return asWritten.getPortNumbers()[0];
  }

  /** As on the first day. */
  static void forget(PGSimpleDataSource database) {
    JdbcClient.create(database)
        .sql("drop table if exists flag_documents, flags_schema_history")
        .update();
  }
}
