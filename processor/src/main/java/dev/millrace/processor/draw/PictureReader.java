package dev.millrace.processor.draw;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.GeneratedName;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.model.Workers;
import dev.millrace.processor.resolve.OneToOne;
import dev.millrace.processor.resolve.StageLabels;
import dev.millrace.processor.resolve.TypePrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Draws the picture of a faultless topology. */
public final class PictureReader {

  private final Topology topology;
  private final Map<String, OneToOne> proven;
  private final Map<String, TypeMirror> channelTypes;
  private final Elements elements;
  private final Map<Method, Picture.Port> ports = new LinkedHashMap<>();
  private final Map<Method, Picture.Stage> stages = new LinkedHashMap<>();

  private PictureReader(
      Topology topology, Map<String, TypeMirror> channelTypes, Elements elements) {
    this.topology = topology;
    this.proven = OneToOne.in(topology);
    this.channelTypes = channelTypes;
    this.elements = elements;
  }

  /**
   * The picture of a topology.
   *
   * @param channelTypes what every channel carries, by name
   */
  public static Picture of(
      Topology topology, Map<String, TypeMirror> channelTypes, Elements elements) {
    return new PictureReader(topology, channelTypes, elements).read();
  }

  private Picture read() {
    topology.ports().forEach(port -> ports.put(port.method(), port(port.method())));
    topology.stages().forEach(stage -> stages.put(stage.method(), stage(stage)));
    PackageElement around = elements.getPackageOf(topology.element());
    String simpleName = GeneratedName.of(topology.element());
    return new Picture(
        topology.element().getQualifiedName().toString(),
        around.isUnnamed() ? simpleName : around.getQualifiedName() + "." + simpleName,
        List.copyOf(ports.values()),
        List.copyOf(stages.values()),
        topology.channels().stream().map(this::wire).toList());
  }

  private static Picture.Port port(Method method) {
    String parameters =
        method.type().getParameterTypes().stream()
            .map(TypePrinter::print)
            .collect(Collectors.joining(", ", "(", ")"));
    return new Picture.Port(method.name() + parameters, method.name());
  }

  private Picture.Stage stage(dev.millrace.processor.model.Stage stage) {
    Workers workers = stage.workers();
    TypeElement declaring = stage.host() == null ? topology.element() : stage.host().element();
    return new Picture.Stage(
        StageLabels.of(stage, topology),
        declaring.getQualifiedName().toString(),
        workers == null ? 1 : workers.count(),
        workers != null && workers.ordered());
  }

  private Picture.Wire wire(Channel channel) {
    boolean signal =
        Stream.concat(channel.puts().stream(), channel.takes().stream())
            .allMatch(endpoint -> endpoint.payload() instanceof Payload.Signal);
    return new Picture.Wire(
        channel.name(),
        signal ? null : Objects.requireNonNull(channelTypes.get(channel.name())),
        topology.servers(channel.name()).stream()
            .map(server -> server.method().result())
            .findFirst()
            .orElse(null),
        channel.capacity(),
        channel.overflow(),
        channel.isBroadcast(),
        proven.containsKey(channel.name()),
        links(channel.puts()),
        links(channel.takes()),
        watchers(channel),
        channel.closings().stream().map(closing -> get(ports, closing.method())).toList());
  }

  private List<Picture.Link> links(List<Endpoint> ends) {
    return ends.stream()
        .map(end -> new Picture.Link(node(end.method(), end.isOfStage()), event(end)))
        .toList();
  }

  private Picture.Node node(Method method, boolean ofStage) {
    return ofStage ? get(stages, method) : get(ports, method);
  }

  private @Nullable String event(Endpoint end) {
    return topology.selects().stream()
        .flatMap(select -> select.ofChannels().stream())
        .filter(arm -> arm instanceof Arm.Taking taking && taking.input().equals(end))
        .map(PictureReader::event)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String event(Arm arm) {
    return arm instanceof Arm.OfEvent record ? record.event().getSimpleName().toString() : null;
  }

  private List<Picture.Link> watchers(Channel channel) {
    return topology.selects().stream()
        .flatMap(
            select ->
                select.ofChannels().stream()
                    .filter(Arm.AtEnd.class::isInstance)
                    .filter(arm -> arm.channel().equals(channel.name()))
                    .map(arm -> new Picture.Link(selecting(select), event(arm))))
        .toList();
  }

  private Picture.Node selecting(Select select) {
    return node(select.method(), stages.containsKey(select.method()));
  }

  private static <V> V get(Map<Method, V> nodes, Method method) {
    return Objects.requireNonNull(nodes.get(method), () -> "No node for " + method.name());
  }
}
