package com.alexandrite.flags.testing;

import com.alexandrite.flags.Flag;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Which states are tried; learns from each run which flags there are. */
interface Plan {

  /** Hears which flags a run asked that had these variants; any other flag had its fallback. */
  void ran(Map<String, String> variants, Collection<Flag<?>> asked);

  /** The variants of the next run by key; empty when all has been tried. */
  Optional<Map<String, String>> next();
}
