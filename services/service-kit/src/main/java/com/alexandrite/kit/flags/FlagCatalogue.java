package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import java.util.List;
import java.util.Optional;

/**
 * Every flag there is; a bean of this type gives a service its flags.
 *
 * @param flags each at the place of its index
 */
public record FlagCatalogue(List<Flag<?>> flags) {

  /** Copies the list. */
  public FlagCatalogue {
    flags = List.copyOf(flags);
  }

  /** Finds a flag by its key. */
  Optional<Flag<?>> find(String key) {
    return flags.stream().filter(flag -> flag.key().equals(key)).findFirst();
  }
}
