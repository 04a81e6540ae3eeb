package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** S3Proxy in a JVM of its own, objects as files in a folder. */
public final class S3Server implements BackingServer {

  private static final String ACCESS_KEY = "alexandrite";

  private final Home home;
  private final Checkout checkout;
  private final int port;
  private final String secret;

  /**
   * The server of this home.
   *
   * @param checkout brings the program
   */
  public S3Server(Home home, Ports ports, Secrets secrets, Checkout checkout) throws IOException {
    this.home = home;
    this.checkout = checkout;
    this.port = ports.get("s3");
    this.secret = secrets.get("s3");
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public void prepare() throws IOException {
    checkout.fetchS3Proxy();
    home.write(
        "s3/s3proxy.conf",
        """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(endpoint(), ACCESS_KEY, secret, home.data(name())));
  }

  @Override
  public ProcessSpec spec() throws IOException {
    return new ProcessSpec(
        name(),
        ProcessKind.BACKING,
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-jar",
            checkout.s3ProxyJar().toString(),
            "--properties",
            home.resolve("s3/s3proxy.conf").toString()),
        Configurations.stamp(home, "s3/s3proxy.conf"),
        home.data(name()),
        Probes.tcp(port),
        Duration.ofSeconds(5),
        Map.of(),
        endpoint(),
        null);
  }

  /** A bucket is a folder. */
  public void ensureBucket(String bucket) throws IOException {
    Files.createDirectories(home.data(name()).resolve(bucket));
  }

  /** Its address. */
  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** The access key of the one account. */
  public String accessKey() {
    return ACCESS_KEY;
  }

  /** The secret key of the one account. */
  public String secretKey() {
    return secret;
  }
}
