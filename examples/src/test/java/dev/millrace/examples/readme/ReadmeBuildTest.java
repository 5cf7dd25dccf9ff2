package dev.millrace.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the README says of builds is what the build's own files say. */
class ReadmeBuildTest {
  private static final String GROUP = "dev.millrace";

  @Test
  void mavenBlocksAreWellFormedAndNameWhatIsBuilt() throws Exception {
    List<String> blocks = Readme.read().blocks("xml");
    assertFalse(blocks.isEmpty(), "there is a block for Maven");
    Set<String> artifacts = new TreeSet<>();
    for (String block : blocks) {
      Document document = parse("<project>" + block + "</project>");
      for (Element element : named(document, "dependency", "path")) {
        assertEquals(GROUP, child(element, "groupId"));
        assertEquals(version(), child(element, "version"));
        artifacts.add(child(element, "artifactId"));
      }
      for (Element plugin : named(document, "plugin")) {
        assertEquals("maven-compiler-plugin", child(plugin, "artifactId"));
        assertEquals(property("compiler-plugin.version"), child(plugin, "version"));
      }
      for (Element release : named(document, "release")) {
        assertEquals(property("java.release"), release.getTextContent());
      }
    }
    assertEquals(Set.of("millrace-processor", "millrace-runtime"), artifacts);
  }

  @Test
  void gradleBlocksNameWhatIsBuilt() throws Exception {
    String block = String.join("", Readme.read().blocks("kotlin"));
    Matcher coordinates = Pattern.compile("(\\w+)\\(\"(.+)\"\\)").matcher(block);
    Set<String> lines = new TreeSet<>();
    while (coordinates.find()) {
      lines.add(coordinates.group(1) + " " + coordinates.group(2));
    }

    assertEquals(
        Set.of(
            "annotationProcessor dev.millrace:millrace-processor:" + version(),
            "implementation dev.millrace:millrace-runtime:" + version()),
        lines);
    assertEquals(
        block.chars().filter(c -> c == '{').count(), block.chars().filter(c -> c == '}').count());
  }

  /** Millrace's own modules aside, every dependency is explained, and nothing else is. */
  @Test
  void saysWhyEachDependencyIsThere() throws Exception {
    Set<String> used = new TreeSet<>();
    for (String module : List.of("runtime", "processor", "examples", "examples/benchmarks", ".")) {
      Document pom = parse(Files.readString(Readme.root().resolve(module).resolve("pom.xml")));
      for (Element element : named(pom, "dependency", "path")) {
        if (!child(element, "groupId").equals(GROUP)) {
          used.add(child(element, "groupId") + ":" + child(element, "artifactId"));
        }
      }
    }
    Set<String> explained = new TreeSet<>();
    Matcher matcher = Pattern.compile("`([a-z][\\w.]+:[\\w-]+)`").matcher(Readme.read().text());
    while (matcher.find()) {
      explained.add(matcher.group(1));
    }

    assertEquals(used, explained);
  }

  private static String version() throws Exception {
    Document pom = parse(Files.readString(parentPom()));
    return child(pom.getDocumentElement(), "version");
  }

  private static String property(String name) throws Exception {
    Document pom = parse(Files.readString(parentPom()));
    List<Element> properties = named(pom, name);
    assertTrue(properties.size() == 1, name);
    return properties.getFirst().getTextContent();
  }

  private static Path parentPom() {
    return Readme.root().resolve("pom.xml");
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (InputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))) {
      return factory.newDocumentBuilder().parse(in);
    }
  }

  private static List<Element> named(Document document, String... names) {
    List<Element> elements = new ArrayList<>();
    for (String name : names) {
      NodeList nodes = document.getElementsByTagName(name);
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
    }
    return elements;
  }

  /** The text of a direct child. */
  private static String child(Element parent, String name) throws IOException {
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
        return element.getTextContent();
      }
    }
    throw new IOException(parent.getTagName() + " has no " + name);
  }
}
