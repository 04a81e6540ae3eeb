package com.alexandrite.preview.life;

import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.Set;

/** Compares the databases of a preview with the baseline's. */
public interface SchemaReports {

  /** The differences now, in the databases of these services. */
  SchemaReport of(Space space, Set<String> services) throws IOException;
}
