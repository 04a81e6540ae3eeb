package com.alexandrite.rollouts.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.group.Gate;
import com.alexandrite.rollouts.engine.group.ReleaseGroup;
import com.alexandrite.rollouts.engine.group.ReleaseGroup.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Release groups are read, and refused by name and line. */
class GroupManifestsTest {

  private static GroupManifests.Reading read(String yaml) {
    return GroupManifests.read(List.of(new ManifestFile("group.yaml", yaml)));
  }

  @Test
  void readsMembersInOrder() {
    assertThat(
            read("""
            apiVersion: alexandrite.dev/v1alpha1
            kind: ReleaseGroup
            metadata: {name: product}
            spec:
              members:
                - rollout: crm
                - rollout: shop
                  after: [crm]
                  when: weight 50
            """)
                .groups())
        .containsExactly(
            new ReleaseGroup(
                "product",
                List.of(
                    new Member("crm", List.of(), Gate.PROMOTED),
                    new Member("shop", List.of("crm"), new Gate(Gate.Kind.WEIGHT, 50)))));
  }

  @Test
  void refusesWithNameLineAndAdvice() {
    assertThat(
            read("""
            apiVersion: alexandrite.dev/v1alpha1
            kind: ReleaseGroup
            metadata: {name: product}
            spec:
              members:
                - rollout: shop
                  after: [crm]
                  when: soon
                  hope: true
            """)
                .refusals())
        .extracting(Refusal::toString)
        .contains(
            "group.yaml:7: spec.members[0].after names no earlier member: crm. Write members in"
                + " their order",
            "group.yaml:8: spec.members[0].when is \"soon\". Write promoted, baked, step 3 or"
                + " weight 50")
        .anyMatch(text -> text.startsWith("group.yaml:9: spec.members[0].hope"));
  }

  @Test
  void refusesAnOrderThatWouldBeLost() {
    String text =
        """
        apiVersion: alexandrite.dev/v1alpha1
        kind: ReleaseGroup
        metadata: {name: product}
        spec:
          members:
            - rollout: crm
            - rollout: shop
              after: crm
              when: weight 101
        """;
    assertThat(read(text).groups()).isEmpty();
    assertThat(read(text).refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            "group.yaml:8: spec.members[1].after must be a list. Write after: [crm]",
            "group.yaml:9: spec.members[1].when is \"weight 101\". Write promoted, baked, step 3 or"
                + " weight 50");
  }

  @Test
  void refusesWhatWouldMeanNothingOrTwoThings() {
    String group =
        """
        apiVersion: alexandrite.dev/v1alpha1
        kind: ReleaseGroup
        metadata: {name: product}
        spec:
          members:
            - rollout: shop
              when: step 2
        """;
    String good = group.replace("      when: step 2\n", "");
    assertThat(read(group).refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            "group.yaml:7: spec.members[0].when means nothing. Say with after for whom it waits");
    assertThat(read(good + "---\n" + good).refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            "group.yaml:10: metadata.name is another group's: product. Choose another one");
    assertThat(read("kind: Rollout").refusals()).hasSize(1);
  }
}
