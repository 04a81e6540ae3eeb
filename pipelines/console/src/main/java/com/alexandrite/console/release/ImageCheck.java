package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.local.Programs;
import com.alexandrite.rollouts.local.Programs.UnknownImageException;
import org.springframework.stereotype.Component;

/** Refuses an image that can not be started, before anything depends on it. */
@Component
@OnThisMachine
class ImageCheck {
  private final Programs programs;

  ImageCheck(Programs programs) {
    this.programs = programs;
  }

  void check(String image) {
    try {
      programs.resolve(image);
    } catch (UnknownImageException e) {
      throw new Refused(
          Kind.INVALID,
          "image-unknown",
          String.valueOf(e.getMessage()),
          "Build and register the version first.");
    }
  }
}
