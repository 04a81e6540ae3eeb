package com.alexandrite.console.preview;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people find this console: what links that leave it begin with. */
@Component
public class ConsoleAddress {
  private final String address;

  ConsoleAddress(
      @Value("${alexandrite.public-urls.console:http://console.localhost:8080}") String address) {
    this.address = address.replaceAll("/+$", "");
  }

  /** Without a slash at its end. */
  public String value() {
    return address;
  }

  /** The page of a preview. */
  public String previewPage(String name) {
    return address + "/previews/" + name;
  }
}
