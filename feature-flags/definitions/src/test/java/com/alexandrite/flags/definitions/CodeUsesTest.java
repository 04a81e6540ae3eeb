package com.alexandrite.flags.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.definitions.CodeUses.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeUsesTest {
  private static final String JAVA =
      """
      package a;
      import static com.alexandrite.flags.catalogue.Features.BY_NAME;
      import com.alexandrite.flags.catalogue.Features;
      /** Not Features.IN_COMMENT. */
      class A {
        // Features.IN_LINE
        String text = "Features.IN_TEXT \\" Features.IN_TEXT";
        char quote = '"'; Object one = Features.REAL_ONE;
        String block = \"\"\"
            Features.IN_BLOCK \\\"""
            \"\"\";
        Object all = Features.ALL, two = Features
            .REAL_TWO;
      }
      """;

  @TempDir Path checkout;

  @Test
  void findsConstantsInCodeOnly() {
    assertThat(CodeUses.inJava("A.java", JAVA))
        .containsExactly(
            new Use("by-name", "A.java", 2),
            new Use("real-one", "A.java", 8),
            new Use("real-two", "A.java", 13));
  }

  @Test
  void anotherClassOfThatNameIsNotMeant() {
    assertThat(CodeUses.inJava("A.java", "class A { Object one = Features.REAL_ONE; }")).isEmpty();
  }

  @Test
  void findsKeysInTemplates() {
    assertThat(
            CodeUses.inTemplate(
                "a.html",
                """
                <!-- flags.isOn('in-comment')
                -->
                <p th:if="${flags.isOn('real-one')}">A</p> <!-- b -->
                <p th:text="${@flags.value( 'real-two')}">B</p>
                """))
        .containsExactly(new Use("real-one", "a.html", 3), new Use("real-two", "a.html", 4));
  }

  @Test
  void looksAtMainSourcesOfEveryModule() throws IOException {
    for (String folder : new String[] {"b/src/main/java", "b/src/test/java", "b/target/src/main"}) {
      Path file = Files.createDirectories(checkout.resolve(folder)).resolve("A.java");
      Files.writeString(file, JAVA);
    }
    assertThat(CodeUses.in(checkout))
        .hasSize(3)
        .allMatch(use -> use.file().equals("b/src/main/java/A.java"));
  }
}
