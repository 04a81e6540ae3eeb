package com.alexandrite.preview.space;

import com.alexandrite.preview.Content;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An environment of the flag server, which begins as staging and as the branch says. */
public final class FlagSpace implements PreviewResource {

  private static final String PREFIX = "preview-";

  private final FlagEnvironments flags;

  /** In a flag server. */
  public FlagSpace(FlagEnvironments flags) {
    this.flags = flags;
  }

  @Override
  public String kind() {
    return "flags";
  }

  @Override
  public boolean isData() {
    return false;
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    return NamedSpaces.among(flags.all(), PREFIX, "");
  }

  @Override
  public void make(Space space, Content content) throws IOException, PreviewFailure {
    flags.make(space.flagEnvironment(), key(space), content.sources());
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Map.of(
        "ALEXANDRITE_FLAGS_ENVIRONMENT",
        space.flagEnvironment(),
        "ALEXANDRITE_FLAGS_KEY",
        key(space));
  }

  @Override
  public void remove(PreviewName name) throws IOException {
    flags.delete(PREFIX + name);
  }

  /** What is in another state than in staging, and why. */
  public List<FlagDifference> differences(Space space) throws IOException {
    return flags.differences(space.flagEnvironment());
  }

  private static String key(Space space) {
    return FlagEnvironments.KEY_PREFIX + space.secret("flags");
  }
}
