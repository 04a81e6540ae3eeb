package com.alexandrite.kit.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of a preview say whose they are; the baseline's say nothing of previews. */
@ImportAutoConfiguration(LookAutoConfiguration.class)
@ContextConfiguration(classes = LookTest.Application.class)
@WebMvcTest(
    properties = {
      "alexandrite.preview.name=feature-rings",
      "alexandrite.preview.branch=feature/rings",
      "alexandrite.preview.origin=branch",
      "alexandrite.preview.revision=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
      "alexandrite.preview.page=http://console.localhost:8080/previews/feature-rings"
    })
class PreviewBarTest {

  @Autowired private MockMvcTester pages;

  @Test
  void pageNamesItsBranchAndBuild() {
    assertThat(pages.get().uri("/sign-in"))
        .hasStatusOk()
        .bodyText()
        .contains(
            "<title>feature/rings · ",
            "Preview of",
            ">the branch&#39;s<",
            ">1a2b3c4<",
            "href=\"http://console.localhost:8080/previews/feature-rings\"")
        .doesNotContain("??", "style=\"");
  }

  @Test
  void speaksRussianToThoseWhoPreferIt() {
    assertThat(pages.get().uri("/sign-in").header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
        .bodyText()
        .contains("Предпросмотр", "из ветки")
        .doesNotContain("??");
  }
}
