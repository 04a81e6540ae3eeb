package com.alexandrite.pricing.request;

import java.io.IOException;

/** The stored bytes are not the ones that the claim check names. */
class DamagedModelException extends IOException {

  private static final long serialVersionUID = 1;

  DamagedModelException(String difference) {
    super("the stored model is not the one that was uploaded: " + difference);
  }
}
