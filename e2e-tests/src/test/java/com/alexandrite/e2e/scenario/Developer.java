package com.alexandrite.e2e.scenario;

import com.alexandrite.e2e.scenario.CommandLine.Ended;
import tools.jackson.databind.JsonNode;

/** Tries a branch before anybody else meets it. */
public final class Developer {
  private final CommandLine commands;

  Developer(CommandLine commands) {
    this.commands = commands;
  }

  /** Makes a preview of a branch and waits until it is ready. */
  public Ended previews(DraftBranch branch) {
    return commands.run("preview", "create", branch.name());
  }

  /** Begins a preview of a branch, without waiting for it. */
  public Ended beginsAPreview(DraftBranch branch) {
    return commands.run("preview", "create", branch.name(), "--no-wait");
  }

  /** Begins a preview of a branch with everything in it, without waiting for it. */
  public Ended beginsAWholePreview(DraftBranch branch) {
    return commands.run("preview", "create", branch.name(), "--depth", "full", "--no-wait");
  }

  /** Stops a preview's processes. */
  public Ended putsToSleep(String preview) {
    return commands.run("preview", "sleep", preview);
  }

  /** Takes a preview away and waits until it is gone. */
  public Ended removes(String preview) {
    return commands.run("preview", "delete", preview);
  }

  /** Lets a preview begin again with fresh data and waits until it is ready. */
  public Ended resets(String preview) {
    return commands.run("preview", "reset", preview);
  }

  /** The same, where nobody may answer. */
  public Ended triesToSeeThePreviews() {
    return commands.run("preview", "list");
  }

  /** All previews, and how much belongs to none. */
  public JsonNode seesThePreviews() {
    return commands.run("preview", "list").result();
  }
}
