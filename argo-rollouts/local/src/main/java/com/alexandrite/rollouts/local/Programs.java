package com.alexandrite.rollouts.local;

import java.nio.file.Path;
import java.util.List;

/** Turns the image of a container into something that can be started on this machine. */
public interface Programs {
  /**
   * The program behind an image.
   *
   * @throws UnknownImageException if nothing is registered under this name and version
   */
  Program resolve(String image);

  /**
   * A program.
   *
   * @param command executable and arguments
   * @param directory its working folder
   * @param version what an answer of it names as its version
   */
  record Program(List<String> command, Path directory, String version) {
    /** Copies the list. */
    public Program {
      command = List.copyOf(command);
    }
  }

  /** No artifact has this name and version. */
  final class UnknownImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An image that nothing was built for. */
    public UnknownImageException(String image, Throwable cause) {
      super("no artifact is registered for image " + image + ": " + cause.getMessage(), cause);
    }
  }
}
