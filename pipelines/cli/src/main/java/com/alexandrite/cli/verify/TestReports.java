package com.alexandrite.cli.verify;

import com.alexandrite.cli.verify.TestResult.Failure;
import com.alexandrite.cli.verify.TestResult.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the XML reports of Surefire and Failsafe tell, summed over all modules. */
final class TestReports {
  private static final List<String> FOLDERS =
      List.of("target/surefire-reports", "target/failsafe-reports");

  private final List<String> passed = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private TestReports() {}

  /** The reports in these modules' folders. */
  static TestReports in(List<Path> modules) throws IOException {
    TestReports reports = new TestReports();
    for (Path file : files(modules)) {
      if (file.getFileName().toString().endsWith(".xml")) {
        reports.read(file);
      }
    }
    return reports;
  }

  /** Removes the reports of earlier runs, which would be counted as this one's. */
  static void forget(List<Path> modules) throws IOException {
    for (Path file : files(modules)) {
      Files.delete(file);
    }
  }

  int passed() {
    return passed.size();
  }

  List<Failure> failures() {
    return failures;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  private static List<Path> files(List<Path> modules) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path module : modules) {
      for (String folder : FOLDERS) {
        Path reports = module.resolve(folder);
        if (Files.isDirectory(reports)) {
          try (Stream<Path> found = Files.list(reports)) {
            files.addAll(found.filter(Files::isRegularFile).toList());
          }
        }
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private void read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("testcase")) {
          readTest(xml, file);
        }
      }
    } catch (XMLStreamException e) {
      // Cut short, as by a killed JVM: the stage fails for that reason, and the log says more.
      failures.add(
          new Failure(file.getFileName().toString(), "the report is not whole", log(file)));
    }
  }

  private void readTest(XMLStreamReader xml, Path file) throws XMLStreamException {
    String name =
        simpleName(xml.getAttributeValue(null, "classname"))
            + "."
            + xml.getAttributeValue(null, "name");
    @Nullable String verdict = null;
    String message = "";
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("testcase"))) {
      if (xml.isStartElement() && isVerdict(xml.getLocalName())) {
        verdict = xml.getLocalName();
        message = Objects.requireNonNullElse(xml.getAttributeValue(null, "message"), "");
      }
    }
    add(name, verdict, message.lines().findFirst().orElse(""), log(file));
  }

  private void add(String name, @Nullable String verdict, String message, String log) {
    if (verdict == null) {
      passed.add(name);
    } else if (verdict.equals("skipped")) {
      skipped.add(new Skipped(name, message));
    } else {
      failures.add(new Failure(name, message, log));
    }
  }

  private static boolean isVerdict(String element) {
    return element.equals("failure") || element.equals("error") || element.equals("skipped");
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** The text report beside the XML, which holds the stack traces. */
  private static String log(Path xml) {
    String name = xml.getFileName().toString();
    String text = name.substring("TEST-".length(), name.length() - ".xml".length()) + ".txt";
    return xml.resolveSibling(text).toString();
  }
}
