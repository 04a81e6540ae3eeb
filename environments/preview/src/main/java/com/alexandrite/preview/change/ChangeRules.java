package com.alexandrite.preview.change;

import com.alexandrite.preview.Depth;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What follows from a changed file: the table of rules, the first that fits decides. */
record ChangeRules(Modules modules, FlagUses flags) {
  private static final String CONTRACTS = "services/messages";

  /** The cause that this file is; one without services when nothing is built of it. */
  Cause cause(String file) throws IOException, InterruptedException {
    Optional<String> module = modules.holding(file);
    if (!SourceFiles.isBuilt(file)) {
      return new Cause(List.of(file), "nothing that runs", Depth.OVERLAY, new TreeSet<>());
    }
    if (SourceFiles.isOfWholeBuild(file)) {
      return shared(file, "part of every service's build", modules.services());
    }
    if (!SourceFiles.flagKey(file).isEmpty()) {
      return flag(file, SourceFiles.flagKey(file));
    }
    return module.isPresent()
        ? ofModule(file, module.get())
        : new Cause(List.of(file), "in no module", Depth.OVERLAY, new TreeSet<>());
  }

  private Cause flag(String file, String key) throws IOException, InterruptedException {
    NavigableSet<String> services = modules.services(flags.modulesAsking(key, modules));
    return new Cause(
        List.of(file),
        "the definition of a flag that %s asks for".formatted(listed(services)),
        Depth.OVERLAY,
        services);
  }

  private Cause ofModule(String file, String module) {
    NavigableSet<String> services = modules.services(List.of(module));
    boolean ofService = services.size() == 1 && module.equals("services/" + services.first());
    if (module.equals(CONTRACTS)) {
      return new Cause(List.of(file), "a contract of messages", Depth.OVERLAY_STATE, services);
    }
    if (!ofService && services.equals(modules.services())) {
      return shared(file, "shared by every service", services);
    }
    if (SourceFiles.isMigration(file)) {
      return new Cause(List.of(file), "a migration", Depth.OVERLAY_STATE, services);
    }
    String what = ofService ? "part of " + services.first() : "shared by " + listed(services);
    return new Cause(List.of(file), what, Depth.OVERLAY, services);
  }

  private static Cause shared(String file, String what, NavigableSet<String> services) {
    return new Cause(List.of(file), what, Depth.FULL, services);
  }

  private static String listed(NavigableSet<String> services) {
    return String.join(", ", services);
  }
}
