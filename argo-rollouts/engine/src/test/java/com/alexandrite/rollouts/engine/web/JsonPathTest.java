package com.alexandrite.rollouts.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.condition.GoJson;
import com.alexandrite.rollouts.engine.condition.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths by example. */
class JsonPathTest {

  private static final String DOCUMENT =
      """
      {"name": "shop", "pods": [{"id": 1, "up": true}, {"id": 2, "up": false}, {"id": 3}],
       "deep": {"er": {"x": "y"}}, "a.b": 7}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{$.name} | [[\"shop\"]]",
        "{.deep.er.x} | [[\"y\"]]",
        "{$.pods[0].id} | [[1]]",
        "{$.pods[-1].id} | [[3]]",
        "{$.pods[*].id} | [[1,2,3]]",
        "{$.pods[0:2].id} | [[1,2]]",
        "{$.pods[0,2].id} | [[1,3]]",
        "{$.pods[0:3:2].id} | [[1,3]]",
        "{$['deep']['er']} | [[{\"x\":\"y\"}]]",
        "{$..x} | [[\"y\"]]",
        "{$.a\\.b} | [[7]]",
        "{$.pods[?(@.id>=2.0)].id} | [[2,3]]",
        "{$.pods[?(@.up)].id} | [[1,2]]",
        "{range $.pods[*]}{@.id};{end}{$.name} | [[1],[\";\"],[2],[\";\"],[3],[\";\"],[\"shop\"]]",
        "text | [[\"text\"]]"
      })
  void finds(String path, String found) {
    assertThat(find(path))
        .isInstanceOfSatisfying(
            JsonPath.Matches.class,
            matches -> assertThat(GoJson.compact(matches.parts())).hasValue(found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{$.missing}", "{name}", "{$.pods[9]}", "{$.name[0]}", "{$.pods[?(@.id==1)]}"})
  void doesNotFind(String path) {
    assertThat(find(path)).isInstanceOf(JsonPath.NotFound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{$.name", "{$.pods[a]}", "{$.pods[0}", "{'open}", "{$.a....b}", "{%}"})
  void isNoPath(String path) {
    assertThat(JsonPath.parse(path)).isInstanceOf(JsonPath.Invalid.class);
  }

  @Test
  void readsTheWholeDocumentWithoutAPath() {
    JsonPath.Parsed parsed = JsonPath.parse("");
    assertThat(((JsonPath.Valid) parsed).path().find(1.0))
        .isEqualTo(new JsonPath.Matches(List.of(List.of(1.0))));
  }

  private static JsonPath.Found find(String path) {
    return ((JsonPath.Valid) JsonPath.parse(path)).path().find(JsonText.read(DOCUMENT).value());
  }
}
