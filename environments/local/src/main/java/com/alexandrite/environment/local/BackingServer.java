package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;

/** One of the servers that the services store into or talk through. */
public interface BackingServer {

  /** Its process name. */
  String name();

  /** Makes configuration and data folder; what is already there stays. */
  void prepare() throws IOException;

  /** The process to run, once prepared. */
  ProcessSpec spec() throws IOException;
}
