package com.alexandrite.kit.preview;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which preview environment this process belongs to, set by whoever starts it; without a name it is
 * the baseline.
 *
 * @param name what the preview is called in addresses: {@code feature-rings}; empty for none
 * @param branch what people call it: {@code feature/rings}; the name when it is not given
 * @param origin whose build of the service runs here
 * @param revision commit that was built; empty when unknown
 * @param page where the console tells about the preview; null when it does not
 */
@ConfigurationProperties("alexandrite.preview")
public record PreviewSettings(
    @DefaultValue("") String name,
    @DefaultValue("") String branch,
    @DefaultValue("baseline") Origin origin,
    @DefaultValue("") String revision,
    @Nullable URI page) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{7,64}");
  private static final Set<String> LINKS = Set.of("http", "https");
  private static final int SHORT = 7;

  /**
   * Validates.
   *
   * @throws IllegalArgumentException when one of the settings has another form
   */
  public PreviewSettings {
    require(name.isEmpty() || NAME.matcher(name).matches(), "name", name);
    require(revision.isEmpty() || REVISION.matcher(revision).matches(), "revision", revision);
    require(page == null || isLink(page), "page", page);
    branch = branch.isBlank() ? name : branch;
  }

  /** Where a service's build comes from. */
  public enum Origin {
    /** The preview's branch changed the service. */
    BRANCH,
    /** It did not: this is what the baseline runs. */
    BASELINE
  }

  /** Whether this process belongs to a preview. */
  public boolean isPreview() {
    return !name.isEmpty();
  }

  /** The revision as people write it. */
  public String shortRevision() {
    return revision.substring(0, Math.min(SHORT, revision.length()));
  }

  private static boolean isLink(URI page) {
    String scheme = page.getScheme();
    return scheme != null && LINKS.contains(scheme.toLowerCase(Locale.ROOT));
  }

  private static void require(boolean holds, String setting, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException("alexandrite.preview." + setting + " can't be: " + value);
    }
  }
}
