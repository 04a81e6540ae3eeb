package com.alexandrite.cli.platform;

import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.local.Secrets;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One checkout and the platform that runs from it.
 *
 * @param checkout the project's folder
 * @param home everything the running platform keeps
 */
public record Installation(Path checkout, Home home) {

  /**
   * The installation that the launcher started this program for: system property {@code
   * alexandrite.checkout} (else the checkout around the working folder), environment variable
   * {@code ALEXANDRITE_HOME} (else {@code .alexandrite} in it).
   */
  public static Installation current() {
    Path checkout = Checkout.around(Path.of(System.getProperty("alexandrite.checkout", ""))).root();
    String home = System.getenv("ALEXANDRITE_HOME");
    return new Installation(
        checkout,
        new Home(
            home == null || home.isBlank() ? checkout.resolve(".alexandrite") : Path.of(home)));
  }

  /** Its ports; chosen now when it never ran. */
  public Ports ports() throws IOException {
    return Ports.of(home, true);
  }

  /** The port of the one address that customers, staff and programs use. */
  public int edgePort() throws IOException {
    return ports().get("edge");
  }

  /** The token with which programs speak to the console. */
  public String consoleToken() throws IOException {
    return new Secrets(home).get("console-token");
  }

  /** The password of every demo account. */
  public String demoPassword() throws IOException {
    return new Secrets(home).get("demo-password");
  }
}
