package com.alexandrite.environment.kubernetes;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scripts that the Jobs of a space run, run here. */
record SpaceScripts(Map<String, String> environment) {

  private static final String REVISION = "0".repeat(40);

  /** What {@code make-secrets.sh} writes for each service. */
  static Map<String, Map<String, String>> secrets() throws IOException {
    var scripts =
        new SpaceScripts(
            Map.of(
                "INSTALLATION", "c0de",
                "NAME", "rings",
                "SEED", "seed",
                "REVISION", REVISION,
                "S3_ACCESS_KEY", "access",
                "S3_SECRET_KEY", "secret",
                "DEMO_PASSWORD", "demo",
                "REDIS_URL", "redis://redis"));
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (Manifest secret : Manifest.all(scripts.run("make-secrets"))) {
      all.put(
          secret.name().replace("-" + REVISION, ""),
          Manifest.MAPPER.convertValue(
              secret.json().path("data"),
              Manifest.MAPPER
                  .getTypeFactory()
                  .constructMapType(Map.class, String.class, String.class)));
    }
    return all;
  }

  /** Runs one to its end. */
  String run(String name) throws IOException {
    Path scripts = Tools.manifests().resolve("cluster/scripts");
    Path programs = Files.createTempDirectory("kubectl-");
    try {
      writeKubectlWithoutCluster(programs);
      Map<String, String> all = new HashMap<>(environment);
      all.put("PATH", programs + ":" + System.getenv("PATH"));
      return Run.in(scripts, List.of("sh", scripts.resolve(name + ".sh").toString()), all, "");
    } finally {
      Folders.delete(programs);
    }
  }

  /** What a command prints that knows the names. */
  String says(String command) throws IOException {
    Path scripts = Tools.manifests().resolve("cluster/scripts");
    return Run.in(scripts, List.of("sh", "-c", ". ./names.sh; " + command), environment, "")
        .strip();
  }

  /** The real kubectl, but what it would apply is printed. */
  private static void writeKubectlWithoutCluster(Path folder) throws IOException {
    Path program = folder.resolve("kubectl");
    Files.writeString(
        program,
        """
        #!/bin/sh
        case $1 in
          create) exec %s "$@" ;;
          apply) echo ---; cat ;;
          get) printf '%%s' "${CLUSTER_HAS:-}" ;;
          *) echo "no cluster to $1 in" >&2; exit 1 ;;
        esac
        """
            .formatted(Tools.here().kubectl()));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }
}
