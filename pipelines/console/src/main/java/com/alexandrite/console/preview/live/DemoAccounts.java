package com.alexandrite.console.preview.live;

import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView.DemoAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Who may sign in to a preview: the accounts in the services' own configuration. */
final class DemoAccounts implements Function<PreviewName, List<DemoAccount>> {

  private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);
  private static final List<String> SITES = List.of("shop", "crm", "mes");

  private final Function<PreviewName, Path> sources;
  private final Path checkout;

  /**
   * Of a checkout.
   *
   * @param sources the work tree of a preview, which need not be there
   * @param checkout where they are read from until it is
   */
  DemoAccounts(Function<PreviewName, Path> sources, Path checkout) {
    this.sources = sources;
    this.checkout = checkout;
  }

  @Override
  public List<DemoAccount> apply(PreviewName name) {
    List<DemoAccount> accounts = new ArrayList<>();
    for (String site : SITES) {
      accounts.addAll(of(site, sources.apply(name)));
    }
    return accounts;
  }

  private List<DemoAccount> of(String site, Path work) {
    Path inside = Path.of("services", site, "src/main/resources/application.yml");
    return Stream.of(work, checkout)
        .map(folder -> folder.resolve(inside))
        .filter(Files::exists)
        .findFirst()
        .map(file -> read(site, file))
        .orElse(List.of());
  }

  private static List<DemoAccount> read(String site, Path file) {
    try {
      Iterable<Object> documents =
          new Yaml(new SafeConstructor(new org.yaml.snakeyaml.LoaderOptions()))
              .loadAll(Files.readString(file));
      List<DemoAccount> accounts = new ArrayList<>();
      for (Object document : documents) {
        for (Object user : list(inside(document, "alexandrite", "accounts", "users"))) {
          accounts.add(
              new DemoAccount(
                  site,
                  String.valueOf(inside(user, "username")),
                  String.valueOf(inside(user, "role"))));
        }
      }
      return accounts;
    } catch (IOException | YAMLException e) {
      log.warn("the accounts in {} can't be read: {}", file, e.getMessage());
      return List.of();
    }
  }

  private static Object inside(Object node, String... path) {
    Object at = node;
    for (String key : path) {
      at = at instanceof java.util.Map<?, ?> map && map.get(key) != null ? map.get(key) : "";
    }
    return at;
  }

  private static List<?> list(Object node) {
    return node instanceof List<?> list ? list : List.of();
  }
}
