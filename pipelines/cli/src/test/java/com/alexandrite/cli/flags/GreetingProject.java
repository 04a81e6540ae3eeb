package com.alexandrite.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A repository with one flag and one class that asks it, small enough for the JDK's compiler alone.
 */
record GreetingProject(Path folder) {
  private static final String GREETING =
      """
      package shop;

      import com.alexandrite.flags.EvaluationContext;
      import com.alexandrite.flags.Flags;
      import com.alexandrite.flags.catalogue.Features;

      public class Greeting {
        private final Flags flags;

        public Greeting(Flags flags) {
          this.flags = flags;
        }

        public String of(String name) {
          if (flags.isOn(Features.WARM_GREETING, EvaluationContext.NOBODY)) {
            return warm(name);
          }
          return curt(name);
        }

        private static String warm(String name) {
          return "Welcome, " + name + "!";
        }

        private static String curt(String name) {
          return name + ".";
        }
      }
      """;

  private static final String DOOR =
      """
      package shop;

      public class Door {
        public static String opened() {
          return new Greeting(new Switchboard()).of("Anna");
        }
      }
      """;

  private static final String SWITCHBOARD =
      """
      package shop;

      import com.alexandrite.flags.Decision;
      import com.alexandrite.flags.EvaluationContext;
      import com.alexandrite.flags.Flag;
      import com.alexandrite.flags.Flags;

      class Switchboard implements Flags {
        @Override
        public boolean isOn(Flag<Boolean> flag, EvaluationContext context) {
          return value(flag, context);
        }

        @Override
        public <T> T value(Flag<T> flag, EvaluationContext context) {
          return decide(flag, context).value();
        }

        @Override
        public <T> Decision<T> decide(Flag<T> flag, EvaluationContext context) {
          return new Decision<>(flag.off().value(), "off", Decision.Reason.NO_RULE, -1, -1, 1);
        }
      }
      """;

  private static final String DEFINITION =
      """
      key: warm-greeting
      description: "On: customers are welcomed. Off: only their name is said."
      owner: shop
      type: release
      unit: user
      created: 2026-11-25
      expires: 2027-02-26
      environments:
        local: {percentage: 100}
        preview: {percentage: 100}
        staging: {percentage: 100}
        production: {percentage: 100}
      """;

  static GreetingProject in(Path folder) throws Exception {
    GreetingProject project = new GreetingProject(folder);
    project.write("src/main/java/shop/Greeting.java", GREETING);
    project.write("src/main/java/shop/Door.java", DOOR);
    project.write("src/main/java/shop/Switchboard.java", SWITCHBOARD);
    project.write("feature-flags/definitions/flags/warm-greeting.yaml", DEFINITION);
    project.write("feature-flags/definitions/segments.yaml", "segments: []\n");
    project.git("init", "--quiet", ".");
    project.git("config", "user.name", "t");
    project.git("config", "user.email", "t@example.org");
    project.commit("Greet customers");
    return project;
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  void commit(String message) throws Exception {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** The check of a removal: it compiles, and somebody is greeted. */
  void compilesAndPasses(Path where, Collection<String> changed) throws IOException {
    assertThat(changed).isNotEmpty();
    assertThat(new GreetingProject(where).greeting()).contains("Anna");
  }

  /** What the code says now. */
  String greeting() throws IOException {
    Path classes = Files.createTempDirectory(folder.getParent(), "classes");
    compile(classes);
    URL[] path = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      return (String) loader.loadClass("shop.Door").getMethod("opened").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the door does not open without flags", e);
    }
  }

  private void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"));
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
      boolean ok =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(ok).as(said.toString()).isTrue();
    }
  }
}
