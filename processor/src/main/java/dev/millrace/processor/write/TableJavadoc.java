package dev.millrace.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.OneToOne;
import dev.millrace.processor.resolve.TypePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The table of channels in the javadoc of a generated class. */
final class TableJavadoc {

  private static final int WIDEST_LINE = 100 - " * ".length();

  private final Topology topology;
  private final Map<String, TypeMirror> channelTypes;

  TableJavadoc(Topology topology, Map<String, TypeMirror> channelTypes) {
    this.topology = topology;
    this.channelTypes = channelTypes;
  }

  CodeBlock write(TypeName topologyType) {
    return CodeBlock.builder()
        .add("The channels and stages of {@link $T}.\n", topologyType)
        .add("\n<pre>{@code\n$L}</pre>\n", table())
        .build();
  }

  private String table() {
    List<List<String>> rows = new ArrayList<>();
    for (Channel channel : topology.channels()) {
      rows.add(List.of(channel.name(), type(channel), size(channel)));
    }
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
      String flow = flow(topology.channels().get(row));
      if (line.length() + flow.length() > WIDEST_LINE) {
        line = new StringBuilder(line.toString().stripTrailing()).append("\n    ");
      }
      table.append(line).append(flow).append('\n');
    }
    return table.toString();
  }

  private String type(Channel channel) {
    boolean signal =
        Stream.concat(channel.puts().stream(), channel.takes().stream())
            .allMatch(endpoint -> endpoint.payload() instanceof Payload.Signal);
    String sent =
        signal
            ? "signal"
            : TypePrinter.print(Objects.requireNonNull(channelTypes.get(channel.name())));
    return topology.servers(channel.name()).stream()
        .findFirst()
        .map(server -> sent + " -> " + reply(server))
        .orElse(sent);
  }

  private static String reply(Stage.Server server) {
    TypeMirror reply = server.method().result();
    return reply.getKind() == TypeKind.VOID ? "done" : TypePrinter.print(reply);
  }

  private String size(Channel channel) {
    String size =
        switch (channel.capacity()) {
          case 0 -> "rendezvous";
          case Buffer.UNLIMITED -> "buffer unlimited";
          default -> "buffer " + channel.capacity();
        };
    return switch (channel.overflow()) {
      case WAIT -> OneToOne.of(channel, topology).isPresent() ? size + ", one to one" : size;
      case DROP_OLDEST -> size + ", drops oldest";
      case DROP_NEWEST -> size + ", drops newest";
      case LATEST -> "keeps latest";
    };
  }

  private String flow(Channel channel) {
    String way = topology.asks(channel.name()).isEmpty() ? " -> " : " <-> ";
    return ends(channel.puts()) + way + ends(channel.takes());
  }

  private String ends(List<Endpoint> ends) {
    return ends.stream().map(this::end).distinct().collect(Collectors.joining(", "));
  }

  private String end(Endpoint end) {
    String workers =
        topology.stages().stream()
            .filter(stage -> end.isOfStage() && stage.method().equals(end.method()))
            .map(Stage::workers)
            .filter(Objects::nonNull)
            .filter(count -> count.count() > 1)
            .map(count -> " x" + count.count() + (count.ordered() ? " ordered" : ""))
            .findFirst()
            .orElse("");
    return end.method().name() + workers;
  }
}
