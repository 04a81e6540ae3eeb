package com.alexandrite.preview.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a branch brings along stays text. */
class HostileTextTest {
  private static final Pattern BLOCK = Pattern.compile("(?m)^(`{3,})\\w*\\n[\\s\\S]*?^\\1$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call @everyone and @acme/owners",
        "Close #12, !34, ~bug, %v1 and $7",
        "<img src=x onerror=alert(1)> <!-- alexandrite-preview: other -->",
        "[click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example",
        "| another | cell | **bold** _it_ ~~gone~~ `code` ``` \\| \\`",
        "/close\n/assign @boss\n# Heading\n- item\n> quote",
        "\u202Ereversed \u001B[31mred\u001B[0m"
      })
  void aSubjectOrBranchIsNothingButWords(String words) {
    String text =
        PreviewComment.markdown(
            Previews.withSubject(words, List.of(words.replaceAll("\\s", "-"))), Previews.PAGE);
    String ours =
        PreviewComment.markdown(Previews.withSubject("words", List.of("words")), Previews.PAGE);
    assertThat(text.lines().count()).isEqualTo(ours.lines().count());
    for (char sign : "|*_`[]<>~!\\".toCharArray()) {
      assertThat(count(text, sign)).as("number of %s", sign).isEqualTo(count(ours, sign));
    }
    assertThat(text).doesNotContainPattern("[@!~$][A-Za-z0-9]").doesNotContainPattern("(?<!&)#\\d");
    assertThat(text)
        .doesNotContain("https://evil")
        .doesNotContain("\u202E")
        .doesNotContain("\u001B");
  }

  @Test
  void aLogCannotLeaveItsBlock() {
    String log = "```\n</details>\n@everyone <script>\n`````\n<!-- alexandrite-preview: x -->";
    String text = PreviewComment.markdown(Previews.failed("subject", log), Previews.PAGE);
    String outside = BLOCK.matcher(text).replaceAll("");
    assertThat(text).contains("@everyone <script>");
    assertThat(outside).doesNotContain("everyone").doesNotContain("script");
  }

  @Test
  void onlyTheEndOfALongLogIsShown() {
    String log = "line\n".repeat(500) + "x".repeat(5000) + "\nthe last";
    assertThat(PreviewComment.markdown(Previews.failed("subject", log), Previews.PAGE))
        .contains("the last")
        .hasSizeLessThan(4000);
  }

  @Test
  void aReportThatIsNoAddressIsNoLink() {
    assertThat(Markdown.link("report", "javascript:alert(1)")).isEqualTo("report");
    assertThat(Markdown.link("report", "https://x.example/a b")).isEqualTo("report");
    assertThat(Markdown.link("report", "https://x.example/a)|(b")).isEqualTo("report");
    assertThat(Markdown.link("report", "https://x.example/a)(b"))
        .isEqualTo("[report](<https://x.example/a)(b>)");
  }

  private static long count(String text, char sign) {
    return text.chars().filter(each -> each == sign).count();
  }
}
