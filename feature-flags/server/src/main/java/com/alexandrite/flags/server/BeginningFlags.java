package com.alexandrite.flags.server;

import com.alexandrite.flags.definitions.BadDefinitions;
import com.alexandrite.flags.server.change.ImportingDefinitions;
import com.alexandrite.flags.server.definition.DefinitionFiles;
import com.alexandrite.flags.server.environment.MakingEnvironments;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** The start: standing environments, keys from the configuration, the checkout's definitions. */
final class BeginningFlags implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(BeginningFlags.class);

  private final FlagServerSettings settings;
  private final MakingEnvironments environments;
  private final EnvironmentKeys keys;
  private final ImportingDefinitions importing;

  BeginningFlags(
      FlagServerSettings settings,
      MakingEnvironments environments,
      EnvironmentKeys keys,
      ImportingDefinitions importing) {
    this.settings = settings;
    this.environments = environments;
    this.keys = keys;
    this.importing = importing;
  }

  @Override
  public void afterSingletonsInstantiated() {
    environments.ensureStanding();
    settings.keys().forEach(keys::ensure);
    Path checkout = settings.definitions();
    if (checkout != null) {
      take(checkout);
    }
  }

  /** Files with a mistake stop nobody from switching the flags that are known. */
  private void take(Path checkout) {
    try {
      var taken = importing.run(DefinitionFiles.read(checkout), "definitions", "as the files say");
      log.info(
          "flags: {} new, {} known, {} archived",
          taken.added().size(),
          taken.kept().size(),
          taken.archived().size());
    } catch (IOException | BadDefinitions e) {
      log.error("The flag definitions are not taken over; what was known stays", e);
    }
  }
}
