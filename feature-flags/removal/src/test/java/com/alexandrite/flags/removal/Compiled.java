package com.alexandrite.flags.removal;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with the JDK's compiler, beside the flag facade and a catalogue of one flag. */
final class Compiled {
  static final String CATALOGUE =
      """
      package com.alexandrite.flags.catalogue;

      import com.alexandrite.flags.Flag;
      import com.alexandrite.flags.FlagType;
      import com.alexandrite.flags.Unit;

      public final class Features {
        public static final Flag<Boolean> NEW_LOOK =
            Flag.bool(0, "new-look", FlagType.RELEASE, Unit.USER, false);
      }
      """;

  private final Path folder;

  Compiled(Path folder) {
    this.folder = folder;
  }

  /** The classes of these sources, by path. */
  ClassLoader of(Map<String, String> sources) throws IOException {
    Path in = Files.createTempDirectory(folder, "src");
    Path out = Files.createTempDirectory(folder, "classes");
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = in.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    compile(files, out);
    return new URLClassLoader(new URL[] {url(out)}, Compiled.class.getClassLoader());
  }

  private static void compile(List<Path> files, Path out) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", out.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
      boolean ok =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!ok) {
        throw new AssertionError("does not compile: " + said);
      }
    }
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }
}
