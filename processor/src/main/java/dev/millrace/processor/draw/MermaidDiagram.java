package dev.millrace.processor.draw;

import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.resolve.CamelCase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A topology as a Mermaid flowchart: round ports, square stages, and between them the channels,
 * drawn as a store if they have a buffer and as a hexagon if values are handed over. Thick arrows
 * lead from a broadcast to those who all get every value. Ports that share a name are one node.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid's flowcharts</a>
 */
final class MermaidDiagram {

  private final Picture picture;
  private final NameAllocator identifiers = new NameAllocator();
  private final Map<String, String> ports = new LinkedHashMap<>();
  private final Map<String, String> stages = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  private MermaidDiagram(Picture picture) {
    this.picture = picture;
  }

  /** The diagram, the same text on every machine. */
  static String of(Picture picture) {
    return new MermaidDiagram(picture).draw();
  }

  private String draw() {
    line("flowchart LR");
    for (Picture.Port port : picture.ports()) {
      if (!ports.containsKey(port.name())) {
        String identifier = identifier(port.name(), "Port");
        ports.put(port.name(), identifier);
        line("  " + identifier + "([" + quoted(port.name()) + "]):::port");
      }
    }
    for (Picture.Stage stage : picture.stages()) {
      String identifier = identifier(stage.name(), "Stage");
      stages.put(stage.name(), identifier);
      line("  " + identifier + "[" + quoted(stage.nameAndWorkers()) + "]:::stage");
    }
    picture.channels().forEach(this::draw);
    line("  classDef port fill:#dcecf7,stroke:#2b6a99,color:#10222f");
    line("  classDef stage fill:#e4f2de,stroke:#4a7f35,color:#16240f");
    line("  classDef channel fill:#fbf3d9,stroke:#a08020,color:#2d2408");
    return text.toString();
  }

  private void draw(Picture.Wire channel) {
    String identifier = identifier(channel.name(), "Channel");
    String label = quoted(channel.name(), channel.briefType(), channel.room());
    String shape = channel.capacity() == 0 ? "{{" + label + "}}" : "[(" + label + ")]";
    line("  " + identifier + shape + ":::channel");
    // Overloads of one port draw one arrow.
    Set<String> arrows = new LinkedHashSet<>();
    for (Picture.Link sender : channel.senders()) {
      arrows.add(identifierOf(sender.node()) + arrow(channel, sender, false) + identifier);
    }
    for (Picture.Link receiver : channel.receivers()) {
      String arrow = arrow(channel, receiver, channel.broadcast());
      arrows.add(identifier + arrow + identifierOf(receiver.node()));
    }
    for (Picture.Link watcher : channel.watchers()) {
      String told = watcher.event() == null ? "closed" : "closed: " + watcher.event();
      arrows.add(identifier + " -. " + quoted(told) + " .-> " + identifierOf(watcher.node()));
    }
    for (Picture.Port closer : channel.closers()) {
      arrows.add(identifierOf(closer) + " -. closes .-> " + identifier);
    }
    arrows.forEach(arrow -> line("  " + arrow));
  }

  /** A reply goes the same way back; what everybody gets goes a thick way. */
  private static String arrow(Picture.Wire channel, Picture.Link link, boolean thick) {
    String line = thick ? "==" : "--";
    if (link.event() != null) {
      return " " + line + " " + quoted(link.event()) + " " + line + "> ";
    }
    return channel.reply() == null ? " " + line + "> " : " <" + line + "> ";
  }

  private String identifierOf(Picture.Node node) {
    String identifier =
        switch (node) {
          case Picture.Port port -> ports.get(port.name());
          case Picture.Stage stage -> stages.get(stage.name());
        };
    return Objects.requireNonNull(identifier, () -> "The picture does not list " + node.id());
  }

  /** No word of Mermaid's own language, such as {@code end}, ends like this. */
  private String identifier(String name, String kind) {
    return identifiers.newName(CamelCase.of(name) + kind);
  }

  private static String quoted(String... lines) {
    return '"'
        + String.join("<br/>", List.of(lines).stream().map(MermaidDiagram::escaped).toList())
        + '"';
  }

  /** Labels are HTML, but an entity begins with {@code #}. */
  private static String escaped(String label) {
    return label
        .replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
