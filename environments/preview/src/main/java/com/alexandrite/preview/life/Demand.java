package com.alexandrite.preview.life;

import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.Set;

/** Which services of a preview have messages waiting. */
public interface Demand {

  /** Names of services. */
  Set<String> waiting(Space space) throws IOException;
}
