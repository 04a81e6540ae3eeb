package com.alexandrite.preview.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template is called: {@code pvt_<installation>_<database>_<hash>}.
 *
 * @param hash of all that decides what is in it: eight hex digits
 */
record TemplateName(String installation, String database, String hash) {

  private static final Pattern FORM = Pattern.compile("pvt_([0-9a-f]+)_([a-z]+)_([0-9a-f]{8})");

  /** Empty for one that is half made or going, and for what is no template. */
  static Optional<TemplateName> parse(String name) {
    Matcher form = FORM.matcher(name);
    return form.matches()
        ? Optional.of(new TemplateName(form.group(1), form.group(2), form.group(3)))
        : Optional.empty();
  }

  /** What all templates of an installation begin with. */
  static String prefix(String installation) {
    return "pvt_" + installation + "_";
  }

  /** The role that owns what is in templates; nobody can sign in as it. */
  static String owner(String installation) {
    return "pvt_" + installation;
  }

  String value() {
    return prefix(installation) + database + "_" + hash;
  }

  /** Its name while it is being made. */
  String aside() {
    return value() + "_new";
  }

  /** Its name after another has taken its place. */
  String outgoing() {
    return value() + "_old";
  }
}
