package com.alexandrite.flags.testing;

import com.alexandrite.flags.Flag;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Each flag in each variant, where it was first asked: a flag behind another one is tried there.
 */
final class OneByOne implements Plan {
  private final Queue<Map<String, String>> waiting = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();

  @Override
  public void ran(Map<String, String> variants, Collection<Flag<?>> asked) {
    for (Flag<?> flag : asked) {
      if (known.add(flag.key())) {
        String had = variants.getOrDefault(flag.key(), flag.fallback());
        flag.variants().stream()
            .map(Flag.Variant::name)
            .filter(name -> !name.equals(had))
            .forEach(name -> waiting.add(with(variants, flag.key(), name)));
      }
    }
  }

  private static Map<String, String> with(Map<String, String> variants, String key, String name) {
    Map<String, String> more = new TreeMap<>(variants);
    more.put(key, name);
    return more;
  }

  @Override
  public Optional<Map<String, String>> next() {
    return Optional.ofNullable(waiting.poll());
  }
}
