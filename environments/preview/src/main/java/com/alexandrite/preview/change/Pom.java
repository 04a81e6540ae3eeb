package com.alexandrite.preview.change;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The few facts of a POM that tell which modules need which. */
record Pom(Element project) {
  private static final String PROGRAM_MAKER = "spring-boot-maven-plugin";

  /**
   * Reads one.
   *
   * @throws SAXException when it is no well-formed XML
   */
  static Pom parse(String xml) throws SAXException, IOException {
    DocumentBuilder reader = reader();
    // It would print what the exception says.
    reader.setErrorHandler(null);
    return new Pom(reader.parse(new InputSource(new StringReader(xml))).getDocumentElement());
  }

  private static DocumentBuilder reader() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML reader knows this feature", e);
    }
  }

  /** Folders of the modules that it lists. */
  List<String> modules() {
    return children(project, "modules")
        .flatMap(modules -> children(modules, "module"))
        .map(module -> module.getTextContent().strip())
        .toList();
  }

  MavenModule module(String path) {
    return new MavenModule(path, text(project, "artifactId"), uses(), runs());
  }

  private Set<String> uses() {
    return elements("dependency")
        .filter(dependency -> !isIn(dependency, "dependencyManagement"))
        .filter(dependency -> ownGroup().contains(text(dependency, "groupId")))
        .filter(dependency -> !text(dependency, "scope").equals("test"))
        .map(dependency -> text(dependency, "artifactId"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> ownGroup() {
    String inherited =
        children(project, "parent").findFirst().map(it -> text(it, "groupId")).orElse("");
    return Set.of("${project.groupId}", inherited);
  }

  private boolean runs() {
    return elements("plugin").anyMatch(plugin -> text(plugin, "artifactId").equals(PROGRAM_MAKER));
  }

  private Stream<Element> elements(String name) {
    return elements(project.getElementsByTagName(name));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static Stream<Element> children(Element parent, String name) {
    return elements(parent.getChildNodes()).filter(child -> child.getTagName().equals(name));
  }

  private static String text(Element parent, String child) {
    return children(parent, child).findFirst().map(it -> it.getTextContent().strip()).orElse("");
  }

  private static boolean isIn(Node node, String name) {
    return Stream.iterate(node, java.util.Objects::nonNull, Node::getParentNode)
        .anyMatch(above -> above.getNodeName().equals(name));
  }
}
