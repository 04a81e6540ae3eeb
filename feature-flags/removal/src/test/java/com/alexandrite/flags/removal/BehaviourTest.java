package com.alexandrite.flags.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class BehaviourTest {
  private static final String SUBJECT = "subject/Subject.java";
  private static final String OTHER = "subject/Other.java";

  private Path folder = Path.of("");

  @BeforeTry
  void folder() throws IOException {
    folder = Files.createTempDirectory("removal");
  }

  @AfterTry
  void gone() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 60)
  void whatIsLeftDoesWhatTheKeptStateDid(@ForAll long seed, @ForAll boolean on) throws Exception {
    String before = Program.of(seed);
    String other = "package  subject; class Other{ boolean isNew ; }\n";
    var removed =
        (Outcome.Removed)
            FlagRemoval.remove(
                new FinishedFlag(Golden.BOOLEAN, on ? "on" : "off", Golden.DEFINITION),
                Map.of(SUBJECT, before, OTHER, other));
    assertThat(removed.changes()).containsOnlyKeys(SUBJECT);
    String after = removed.changes().getOrDefault(SUBJECT, Optional.empty()).orElseThrow();
    assertThat(after).doesNotContain("NEW_LOOK", "flag$", "Flags");
    Compiled compiled = new Compiled(folder);
    Class<?> was =
        compiled
            .of(
                Map.of(
                    SUBJECT,
                    before,
                    "com/alexandrite/flags/catalogue/Features.java",
                    Compiled.CATALOGUE))
            .loadClass("subject.Subject");
    Class<?> is = compiled.of(Map.of(SUBJECT, after)).loadClass("subject.Subject");
    Object old = was.getConstructor(Flags.class).newInstance(new Always(on));
    Object now = is.getConstructor().newInstance();
    for (boolean a : new boolean[] {true, false}) {
      for (boolean b : new boolean[] {true, false}) {
        assertThat(run(now, a, b)).as("%s%n->%n%s", before, after).isEqualTo(run(old, a, b));
      }
    }
  }

  private static Object run(Object subject, boolean a, boolean b) throws Exception {
    return subject.getClass().getMethod("run", boolean.class, boolean.class).invoke(subject, a, b);
  }

  /** Flags that are all in one state. */
  private record Always(boolean on) implements Flags {
    @Override
    public boolean isOn(Flag<Boolean> flag, EvaluationContext context) {
      return on;
    }

    @Override
    public <T> T value(Flag<T> flag, EvaluationContext context) {
      return flag.variants().get(on ? 1 : 0).value();
    }

    @Override
    public <T> Decision<T> decide(Flag<T> flag, EvaluationContext context) {
      Flag.Variant<T> variant = flag.variants().get(on ? 1 : 0);
      return new Decision<>(variant.value(), variant.name(), Decision.Reason.RULE, 0, 0, 1);
    }
  }
}
