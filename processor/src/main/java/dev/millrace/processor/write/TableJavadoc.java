package dev.millrace.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.draw.Picture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of channels in the javadoc of a generated class. */
final class TableJavadoc {

  private static final int WIDEST_LINE = 100 - " * ".length();

  private TableJavadoc() {}

  static CodeBlock write(Picture picture, TypeName topologyType) {
    return CodeBlock.builder()
        .add("The channels and stages of {@link $T}.\n", topologyType)
        .add("\n<pre>{@code\n$L}</pre>\n", table(picture.channels()))
        .build();
  }

  private static String table(List<Picture.Wire> channels) {
    List<List<String>> rows =
        channels.stream()
            .map(channel -> List.of(channel.name(), channel.briefType(), channel.room()))
            .toList();
    List<Integer> widths =
        Stream.of(0, 1, 2)
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toList();
    StringBuilder table = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.size(); column++) {
        String cell = rows.get(row).get(column);
        line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
      }
      String flow = flow(channels.get(row));
      if (line.length() + flow.length() > WIDEST_LINE) {
        line = new StringBuilder(line.toString().stripTrailing()).append("\n    ");
      }
      table.append(line).append(flow).append('\n');
    }
    return table.toString();
  }

  private static String flow(Picture.Wire channel) {
    String way = channel.reply() == null ? " -> " : " <-> ";
    return ends(channel.senders()) + way + ends(channel.receivers());
  }

  private static String ends(List<Picture.Link> ends) {
    return ends.stream().map(TableJavadoc::end).distinct().collect(Collectors.joining(", "));
  }

  private static String end(Picture.Link end) {
    return switch (end.node()) {
      case Picture.Port port -> port.name();
      case Picture.Stage stage -> stage.nameAndWorkers();
    };
  }
}
