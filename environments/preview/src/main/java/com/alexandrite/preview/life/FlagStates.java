package com.alexandrite.preview.life;

import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.List;

/** How the flags of a preview differ from where they began. */
public interface FlagStates {

  /** The differences now. */
  List<FlagDifference> of(Space space) throws IOException;
}
