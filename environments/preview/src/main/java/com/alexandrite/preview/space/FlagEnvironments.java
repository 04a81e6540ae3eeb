package com.alexandrite.preview.space;

import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The flag server, as far as previews need it. All calls may be repeated. */
public interface FlagEnvironments {

  /** What a key that services evaluate with begins with. */
  String KEY_PREFIX = "ser.";

  /** The names of all environments. */
  Set<String> all() throws IOException;

  /**
   * Makes sure that an environment is there, that the key opens it, and that it has the flags that
   * the branch defines in the states that its file {@code feature-flags/preview.yaml} names. It
   * begins as staging is then; what a person switched in it stays.
   *
   * @param sources work tree of the branch
   * @throws PreviewFailure with file and line when one of the branch's flag files has a mistake
   */
  void make(String environment, String key, Path sources) throws IOException, PreviewFailure;

  /** Flags that are in another state than in staging; none for an unknown environment. */
  List<FlagDifference> differences(String environment) throws IOException;

  /** Takes it away with its states and keys. */
  void delete(String environment) throws IOException;
}
