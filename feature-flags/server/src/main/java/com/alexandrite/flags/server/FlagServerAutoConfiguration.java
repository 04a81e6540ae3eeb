package com.alexandrite.flags.server;

import com.alexandrite.flags.server.change.BranchFlags;
import com.alexandrite.flags.server.change.ChangeListener;
import com.alexandrite.flags.server.change.ChangeRequests;
import com.alexandrite.flags.server.change.ChangingFlag;
import com.alexandrite.flags.server.change.ChangingSegment;
import com.alexandrite.flags.server.change.DecidingRequest;
import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.change.ImportingDefinitions;
import com.alexandrite.flags.server.change.Recording;
import com.alexandrite.flags.server.change.RulesCheck;
import com.alexandrite.flags.server.change.UndoingChange;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.desk.StateDifferences;
import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.MakingEnvironments;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import com.alexandrite.flags.server.store.FlagDatabase;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The flag server, in whichever application names its database: {@code
 * alexandrite.flagserver.database.url}. It brings neither a data source nor a broker connection as
 * a bean, so the host's own stay as they are.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnProperty("alexandrite.flagserver.database.url")
@EnableConfigurationProperties(FlagServerSettings.class)
@Import({FlagServerLoops.class, FlagServerSchedules.class, FlagServerWeb.class})
public class FlagServerAutoConfiguration {

  @Bean
  FlagClock flagClock(ObjectProvider<InstantSource> hosts) {
    return FlagClock.of(hosts.getIfAvailable(InstantSource::system));
  }

  @Bean
  FlagDatabase flagDatabase(FlagServerSettings settings) {
    FlagServerSettings.Database it = settings.database();
    return new FlagDatabase(it.url(), it.username(), it.password()).migrate();
  }

  @Bean
  Definitions flagDefinitions(FlagDatabase database) {
    return new Definitions(database);
  }

  @Bean
  Environments flagEnvironments(FlagDatabase database) {
    return new Environments(database);
  }

  @Bean
  FlagStates flagStates(FlagDatabase database) {
    return new FlagStates(database);
  }

  @Bean
  Segments flagSegments(FlagDatabase database) {
    return new Segments(database);
  }

  @Bean
  Documents flagDocuments(
      FlagDatabase database, Environments environments, FlagStates states, Segments segments) {
    return new Documents(database, environments, states, segments);
  }

  @Bean
  MakingEnvironments makingFlagEnvironments(
      FlagDatabase database,
      Environments environments,
      FlagStates states,
      Segments segments,
      FlagClock clock) {
    return new MakingEnvironments(database, environments, states, segments, clock.source());
  }

  @Bean
  History flagHistory(FlagDatabase database) {
    return new History(database);
  }

  @Bean
  Freezes flagFreezes(FlagDatabase database, Environments environments) {
    return new Freezes(database, environments);
  }

  @Bean
  ChangeRequests flagChangeRequests(FlagDatabase database) {
    return new ChangeRequests(database);
  }

  @Bean
  Recording flagRecording(History history, List<ChangeListener> listeners, FlagClock clock) {
    return new Recording(history, listeners, clock.source());
  }

  @Bean
  ChangingFlag changingFlag(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      FlagStates states,
      Segments segments,
      Freezes freezes,
      ChangeRequests requests,
      Recording recording,
      FlagClock clock) {
    return new ChangingFlag(
        database,
        definitions,
        environments,
        states,
        new RulesCheck(segments),
        freezes,
        requests,
        recording,
        clock.source());
  }

  @Bean
  ChangingSegment changingSegment(
      FlagDatabase database,
      Environments environments,
      Segments segments,
      FlagStates states,
      Freezes freezes,
      ChangeRequests requests,
      Recording recording,
      FlagClock clock) {
    return new ChangingSegment(
        database, environments, segments, states, freezes, requests, recording, clock.source());
  }

  @Bean
  UndoingChange undoingChange(History history, ChangingFlag flags, ChangingSegment segments) {
    return new UndoingChange(history, flags, segments);
  }

  @Bean
  DecidingRequest decidingRequest(
      FlagDatabase database,
      ChangeRequests requests,
      FlagStates states,
      Segments segments,
      ChangingFlag flags,
      ChangingSegment segmentChanges,
      FlagClock clock) {
    return new DecidingRequest(
        database, requests, states, segments, flags, segmentChanges, clock.source());
  }

  @Bean
  ImportingDefinitions importingDefinitions(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      FlagStates states,
      Segments segments,
      Recording recording,
      FlagClock clock) {
    return new ImportingDefinitions(
        database, definitions, environments, states, segments, recording, clock.source());
  }

  @Bean
  BranchFlags branchFlags(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      FlagStates states,
      Segments segments,
      Recording recording,
      FlagClock clock) {
    return new BranchFlags(
        database, definitions, environments, states, segments, recording, clock.source());
  }

  @Bean
  StateDifferences flagStateDifferences(Environments environments, FlagStates states) {
    return new StateDifferences(environments, states);
  }

  @Bean
  BeginningFlags beginningFlags(
      FlagServerSettings settings,
      MakingEnvironments environments,
      EnvironmentKeys keys,
      ImportingDefinitions importing) {
    return new BeginningFlags(settings, environments, keys, importing);
  }
}
