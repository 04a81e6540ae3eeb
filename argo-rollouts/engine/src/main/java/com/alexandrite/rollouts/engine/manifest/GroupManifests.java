package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.group.Gate;
import com.alexandrite.rollouts.engine.group.ReleaseGroup;
import com.alexandrite.rollouts.engine.group.ReleaseGroup.Member;
import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads release groups, our own kind of manifest. */
public final class GroupManifests {

  public static final String API_VERSION = "alexandrite.dev/v1alpha1";
  public static final String KIND = "ReleaseGroup";

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<ReleaseGroup> groups = new ArrayList<>();

  private GroupManifests() {}

  /**
   * What came of reading.
   *
   * @param groups those that make sense
   * @param refusals what is wrong with the others
   */
  public record Reading(List<ReleaseGroup> groups, List<Refusal> refusals) {
    public Reading {
      groups = List.copyOf(groups);
      refusals = List.copyOf(refusals);
    }
  }

  /** Reads files of nothing but groups. */
  public static Reading read(List<ManifestFile> files) {
    GroupManifests reader = new GroupManifests();
    for (ManifestFile file : files) {
      new YamlReader(file, reader.refusals).documents().forEach(reader::document);
    }
    return new Reading(reader.groups, reader.refusals);
  }

  private void document(ManifestDocument document) {
    int before = refusals.size();
    Fields fields =
        new Fields(
            document.data(),
            "",
            (path, problem, advice) ->
                refusals.add(
                    new Refusal(document.file(), document.line(path), path, problem, advice)));
    if (!fields.text("kind").equals(KIND) || !fields.text("apiVersion").equals(API_VERSION)) {
      fields.problem("kind", "is no " + KIND, "Write apiVersion: " + API_VERSION);
      return;
    }
    ReleaseGroup group = new ReleaseGroup(name(fields.child("metadata")), members(fields));
    fields.end();
    if (refusals.size() == before) {
      groups.add(group);
    }
  }

  private String name(Fields metadata) {
    String name = metadata.required("name");
    if (groups.stream().anyMatch(group -> group.name().equals(name))) {
      metadata.problem("name", "is another group's: " + name, "Choose another one");
    }
    metadata.ignore("labels", "annotations");
    metadata.end();
    return name;
  }

  private static List<Member> members(Fields fields) {
    Fields spec = fields.child("spec");
    Set<String> earlier = new HashSet<>();
    List<Member> members = spec.list("members", member -> member(member, earlier));
    if (members.isEmpty()) {
      spec.problem(
          "members", "is missing", "Name the rollouts, those that go first before the others");
    }
    spec.end();
    return members;
  }

  private static Member member(Fields fields, Set<String> earlier) {
    String rollout = fields.required("rollout");
    List<String> after = after(fields);
    for (String name : after) {
      if (!earlier.contains(name)) {
        fields.problem("after", "names no earlier member: " + name, "Write members in their order");
      }
    }
    if (!earlier.add(rollout)) {
      fields.problem("rollout", "is a member already: " + rollout, "Remove one");
    }
    if (fields.has("when") && !fields.has("after")) {
      fields.problem("when", "means nothing", "Say with after for whom it waits");
    }
    Gate when = gate(fields);
    fields.end();
    return new Member(rollout, after, when);
  }

  private static List<String> after(Fields fields) {
    Object names = fields.raw("after");
    if (names != null && !(names instanceof List)) {
      fields.problem("after", "must be a list", "Write after: [" + Data.text(names) + "]");
    }
    return Data.list(names).stream().map(Data::text).toList();
  }

  private static Gate gate(Fields fields) {
    String text = fields.has("when") ? fields.text("when") : Gate.PROMOTED.toString();
    Optional<Gate> gate = Gate.read(text);
    if (gate.isEmpty()) {
      fields.problem("when", "is \"" + text + "\"", "Write promoted, baked, step 3 or weight 50");
    }
    return gate.orElse(Gate.PROMOTED);
  }
}
