package com.alexandrite.preview.build;

import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.change.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Maven project with the shape of the product, small enough to be built in seconds: the Shop
 * greets with a constant of a library, CRM greets by itself. It has the checkout's Maven and Boot.
 */
record SmallProduct(Repository repository) {
  static final String SHOP = "services/shop/src/main/java/shop/Main.java";
  static final String LIBRARY = "services/words/src/main/java/words/Words.java";

  /** Starts a child and stays for ever, having left half a class. */
  static final Map<String, String> HANGING_MAVEN =
      Map.of(
          "mvnw",
          """
          #!/bin/sh
          mkdir -p services/shop/target/classes
          echo half > services/shop/target/classes/Half.class
          echo "[INFO] Building The Shop 1  [1/2]"
          sleep 1000 &
          sleep 1000
          """);

  static SmallProduct in(Path folder) throws IOException, InterruptedException {
    Repository repository = Repository.in(folder);
    Path checkout = Checkout.around(Path.of("")).root();
    repository.write(".gitignore", "target/\n");
    repository.write("mvnw", Files.readString(checkout.resolve("mvnw")));
    Files.setPosixFilePermissions(
        folder.resolve("mvnw"), Files.getPosixFilePermissions(checkout.resolve("mvnw")));
    for (String maven : List.of(".mvn/wrapper/maven-wrapper.properties", ".mvn/jvm.config")) {
      repository.write(maven, Files.readString(checkout.resolve(maven)));
    }
    repository.write("pom.xml", root(parent(Files.readString(checkout.resolve("pom.xml")))));
    repository.write("services/words/pom.xml", module("words", "", ""));
    repository.write(LIBRARY, words("Welcome"));
    repository.write("services/shop/pom.xml", module("shop", uses("words"), program()));
    repository.write(SHOP, main("shop", "words.Words.GREETING"));
    repository.write("services/shop/src/main/resources/db/migration/V2__gift.sql", "select 1");
    repository.write("services/crm/pom.xml", module("crm", "", program()));
    repository.write("services/crm/src/main/java/crm/Main.java", main("crm", "\"Hello\""));
    repository.commit("the product");
    return new SmallProduct(repository);
  }

  Git git() {
    return repository.git();
  }

  static String words(String greeting) {
    return "package words; public class Words { public static final String GREETING = \"%s\"; }"
        .formatted(greeting);
  }

  static String main(String packageName, String greeting) {
    return """
    package %s;

    public class Main {
      public static void main(String[] arguments) {
        System.out.print(%s);
        System.out.print(Main.class.getResource("/db/migration/V2__gift.sql") != null);
      }
    }
    """
        .formatted(packageName, greeting);
  }

  private static String parent(String pom) {
    Matcher parent = Pattern.compile("(?s)<parent>.*?</parent>").matcher(pom);
    if (!parent.find()) {
      throw new IllegalStateException("the checkout's POM has no parent any more");
    }
    return parent.group();
  }

  private static String root(String parent) {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      %s
      <groupId>com.small</groupId>
      <artifactId>small</artifactId>
      <version>1</version>
      <packaging>pom</packaging>
      <dependencies>
        <!-- Boot's jar tools need it. -->
        <dependency><groupId>org.springframework</groupId><artifactId>spring-core</artifactId></dependency>
      </dependencies>
      <modules>
        <module>services/words</module><module>services/shop</module><module>services/crm</module>
      </modules>
    </project>
    """
        .formatted(parent);
  }

  private static String module(String name, String dependencies, String build) {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <parent>
        <groupId>com.small</groupId><artifactId>small</artifactId><version>1</version>
        <relativePath>../../pom.xml</relativePath>
      </parent>
      <artifactId>%s</artifactId>
      %s
      %s
    </project>
    """
        .formatted(name, dependencies, build);
  }

  private static String uses(String artifact) {
    return """
    <dependencies><dependency>
      <groupId>com.small</groupId><artifactId>%s</artifactId><version>1</version>
    </dependency></dependencies>
    """
        .formatted(artifact);
  }

  private static String program() {
    return """
    <build><plugins><plugin>
      <groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId>
    </plugin></plugins></build>
    """;
  }
}
