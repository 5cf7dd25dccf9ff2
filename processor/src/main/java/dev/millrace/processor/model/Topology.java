package dev.millrace.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * The whole world of the channel names of one interface.
 *
 * @param element the annotated type; an interface, unless that is the mistake
 * @param type its type with its own type variables
 * @param site the annotation
 * @param stageClasses the classes in {@code stages}, in the order written
 * @param ports the abstract methods, the interface's own first, each type in source order
 * @param stages the methods with a body, the interface's own first, then those of stage classes
 * @param buffers the {@code @Buffer} annotations of the interface and of its fragments
 * @param broadcasts the names in {@code @Broadcast} of the interface and of its fragments
 * @param channels every name that a port, a stage, an arm or an unreadable method uses, sorted by
 *     name
 * @param unreadable annotated methods of no legal shape
 * @param misplaced ports with {@code @Workers}
 * @param strays what annotations say where it means nothing
 * @param unimplemented abstract methods without any annotation of Millrace
 * @param lostOverrides methods without annotations of Millrace that override a stage
 * @param conflicts methods inherited twice with different annotations
 */
public record Topology(
    TypeElement element,
    DeclaredType type,
    Site site,
    List<StageClass> stageClasses,
    List<Port> ports,
    List<Stage> stages,
    List<Buffer> buffers,
    List<Broadcast> broadcasts,
    List<Channel> channels,
    List<Unreadable> unreadable,
    List<Misplaced> misplaced,
    List<Stray> strays,
    List<Method> unimplemented,
    List<LostOverride> lostOverrides,
    List<Conflict> conflicts) {

  /** Copies the lists. */
  public Topology {
    stageClasses = List.copyOf(stageClasses);
    ports = List.copyOf(ports);
    stages = List.copyOf(stages);
    buffers = List.copyOf(buffers);
    broadcasts = List.copyOf(broadcasts);
    channels = List.copyOf(channels);
    unreadable = List.copyOf(unreadable);
    misplaced = List.copyOf(misplaced);
    strays = List.copyOf(strays);
    unimplemented = List.copyOf(unimplemented);
    lostOverrides = List.copyOf(lostOverrides);
    conflicts = List.copyOf(conflicts);
  }

  /** Every select, those of ports first. */
  public List<Select> selects() {
    List<Select> selects = new ArrayList<>();
    for (Port port : ports) {
      if (port instanceof Port.SelectOne one) {
        selects.add(one.select());
      }
    }
    for (Stage stage : stages) {
      if (stage instanceof Stage.Actor actor) {
        selects.add(actor.select());
      }
    }
    return selects;
  }

  /** The request ports of a channel; none if it carries no requests. */
  public List<Port.Ask> asks(String channel) {
    return ports.stream()
        .filter(Port.Ask.class::isInstance)
        .map(Port.Ask.class::cast)
        .filter(ask -> ask.output().channel().equals(channel))
        .toList();
  }

  /** Whether any method asks on the channel, be it one of no legal shape. */
  public boolean carriesRequests(String channel) {
    return !asks(channel).isEmpty()
        || unreadable.stream()
            .filter(method -> method.asks() != null)
            .map(Unreadable::produced)
            .anyMatch(end -> end != null && end.channel().equals(channel));
  }

  /** The stages that reply to the requests of a channel; several are a mistake. */
  public List<Stage.Server> servers(String channel) {
    return stages.stream()
        .filter(Stage.Server.class::isInstance)
        .map(Stage.Server.class::cast)
        .filter(server -> server.input().channel().equals(channel))
        .toList();
  }

  /** The name, without its package and without its enclosing types. */
  public String name() {
    return element.getSimpleName().toString();
  }
}
