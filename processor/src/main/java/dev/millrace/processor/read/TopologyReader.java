package dev.millrace.processor.read;

import dev.millrace.processor.model.Broadcast;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Conflict;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.LostOverride;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Misplaced;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Stray;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.model.Unreadable;
import dev.millrace.processor.read.Annotations.Named;
import dev.millrace.processor.read.Members.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads one topology: its ports, its stages and those of its stage classes. */
public final class TopologyReader {

  private final Types types;
  private final Elements elements;
  private final Members members;
  private final PortReader ports;
  private final StageReader stages;
  private final ActorReader actors;
  private final SelectReader selects;

  /** A reader for any number of topologies of one round. */
  public TopologyReader(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
    this.members = new Members(types, elements);
    Signatures signatures = new Signatures(types, elements);
    this.ports = new PortReader(signatures);
    this.stages = new StageReader(signatures);
    this.actors = new ActorReader(signatures);
    this.selects = new SelectReader(types, elements, members, signatures);
  }

  /** Reads the topology; whatever is wrong with it is in the result. */
  public Topology read(TypeElement element) {
    DeclaredType type = (DeclaredType) element.asType();
    Site annotation = Objects.requireNonNull(Annotations.topology(element));
    Found found = new Found(requests(type));
    List<StageClass> stageClasses = stageClasses(element);

    readMembers(type, null, found);
    Set<TypeElement> read = new HashSet<>(Set.of(element));
    for (StageClass host : stageClasses) {
      // Not its type in the topology, which is raw if the class is generic.
      if (read.add(host.element())) {
        readMembers((DeclaredType) host.element().asType(), host, found);
      }
    }
    readSelects(found);
    found.strays.addAll(StrayReader.amongStages(element));
    found.strays.addAll(StrayReader.withoutName(members.hierarchy(type)));
    found.strays.addAll(
        StrayReader.onTypes(element, stageClasses, found.selects(), found.armsAreKnown()));

    List<Buffer> buffers = buffers(type);
    List<Broadcast> broadcasts = broadcasts(type);
    return new Topology(
        element,
        type,
        annotation,
        stageClasses,
        found.ports,
        found.stages,
        buffers,
        broadcasts,
        ChannelCollector.collect(found.ports, found.stages, found.unreadable, buffers, broadcasts),
        found.unreadable,
        found.misplaced,
        found.strays,
        found.unimplemented,
        found.lostOverrides,
        found.conflicts);
  }

  /** A topology of which nothing is known but its head. */
  public static Topology unread(TypeElement element) {
    return new Topology(
        element,
        (DeclaredType) element.asType(),
        Site.of(element),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What has been found so far. */
  private static final class Found {
    final Set<String> requests;
    final List<Port> ports = new ArrayList<>();
    final List<Method> methodsInOrder = new ArrayList<>();
    final List<Stage> stages = new ArrayList<>();
    final List<Selecting> selecting = new ArrayList<>();
    final List<Selecting> actors = new ArrayList<>();
    final List<Unreadable> unreadable = new ArrayList<>();
    final List<Misplaced> misplaced = new ArrayList<>();
    final List<Stray> strays = new ArrayList<>();
    final List<Method> unimplemented = new ArrayList<>();
    final List<LostOverride> lostOverrides = new ArrayList<>();
    final List<Conflict> conflicts = new ArrayList<>();

    Found(Set<String> requests) {
      this.requests = requests;
    }

    List<Select> selects() {
      return Stream.concat(
              ports.stream()
                  .filter(Port.SelectOne.class::isInstance)
                  .map(port -> ((Port.SelectOne) port).select()),
              stages.stream()
                  .filter(Stage.Actor.class::isInstance)
                  .map(stage -> ((Stage.Actor) stage).select()))
          .toList();
    }

    boolean armsAreKnown() {
      return unreadable.stream().allMatch(method -> method.selects() == null)
          && selects().stream()
              .allMatch(select -> (select.event() == null) != select.handlers().isEmpty())
          && selects().stream().noneMatch(select -> select.arms().isEmpty());
    }
  }

  /**
   * The channels that carry requests: whether a stage is a server depends on what its ports say.
   */
  private Set<String> requests(DeclaredType type) {
    return members.of(type).stream()
        .flatMap(member -> member.declarations().stream())
        .map(method -> Annotations.request(method.element()))
        .filter(Objects::nonNull)
        .map(Annotations.Named::channel)
        .collect(Collectors.toSet());
  }

  /**
   * A select whose arms are read when all else is known.
   *
   * @param owner the type that has the method
   */
  private record Selecting(AnnotatedMethod said, DeclaredType owner) {}

  private void readMembers(DeclaredType type, @Nullable StageClass host, Found found) {
    for (Member member : members.of(type)) {
      List<AnnotatedMethod> said =
          member.declarations().stream().map(method -> AnnotatedMethod.of(method, host)).toList();
      AnnotatedMethod first =
          said.stream().filter(AnnotatedMethod::isAnnotated).findFirst().orElse(said.get(0));
      for (AnnotatedMethod other : said) {
        if (other.isAnnotated() && !SameWords.in(first, other)) {
          found.conflicts.add(conflict(first, other));
        }
      }
      if (first.isAnnotated()) {
        readMethod(first, type, found);
      } else {
        readUnannotated(member, first, found);
      }
    }
  }

  private static Conflict conflict(AnnotatedMethod one, AnnotatedMethod other) {
    if (one.onlyProduces() && other.onlyProduces()) {
      return conflict(one, one.producer(), other, other.producer());
    }
    if (one.onlyConsumes() && other.onlyConsumes()) {
      return conflict(one, one.consumer(), other, other.consumer());
    }
    return new Conflict(one.method(), other.method());
  }

  private static Conflict conflict(
      AnnotatedMethod one, @Nullable Named name, AnnotatedMethod other, @Nullable Named otherName) {
    return name == null || otherName == null
        ? new Conflict(one.method(), other.method())
        : new Conflict(one.method(), other.method(), name.channel(), otherName.channel());
  }

  private void readMethod(AnnotatedMethod said, DeclaredType owner, Found found) {
    found.methodsInOrder.add(said.method());
    found.strays.addAll(StrayReader.on(said));
    if (said.isPort() && said.onlySelects() && said.isCallable() && SelectReader.fits(said)) {
      found.selecting.add(new Selecting(said, owner));
      return;
    }
    if (!said.isPort() || said.select() == null) {
      said.armParameters().forEach(arm -> found.strays.add(new Stray.OfParameter(arm)));
    }
    if (ActorReader.fits(said)) {
      found.actors.add(new Selecting(said, owner));
      return;
    }
    if (said.isPort()) {
      Port port = ports.read(said);
      if (port != null) {
        found.ports.add(port);
        if (said.workers() != null) {
          found.misplaced.add(new Misplaced(said.method(), said.workers()));
        }
        return;
      }
    } else {
      Stage stage = stages.read(said, found.requests);
      if (stage != null) {
        found.stages.add(stage);
        return;
      }
    }
    found.unreadable.add(said.unreadable());
  }

  private void readUnannotated(Member member, AnnotatedMethod said, Found found) {
    if (said.isPort()) {
      if (!isImplementedAnyway(said.method())) {
        found.unimplemented.add(said.method());
      }
      return;
    }
    member.overridden().stream()
        .map(method -> AnnotatedMethod.of(method, said.host()))
        .filter(overridden -> isStage(overridden, found.requests))
        .filter(overridden -> said.host() != null || !overridden.method().isAbstract())
        .findFirst()
        .ifPresent(
            stage ->
                found.lostOverrides.add(
                    new LostOverride(said.method(), stage.method(), stage.annotations())));
  }

  private boolean isStage(AnnotatedMethod said, Set<String> requests) {
    return ActorReader.fits(said) || stages.read(said, requests) != null;
  }

  /** A topology may repeat what every object or every running topology has, {@code close()} say. */
  private boolean isImplementedAnyway(Method method) {
    return Stream.of(
            elements.getTypeElement(Object.class.getName()),
            elements.getTypeElement(RuntimeNames.RUNNING_TOPOLOGY))
        .flatMap(type -> elements.getAllMembers(type).stream())
        .filter(member -> member.getSimpleName().contentEquals(method.name()))
        .anyMatch(
            member ->
                member.asType() instanceof ExecutableType other
                    && types.isSubsignature(method.type(), other));
  }

  /** Selects come last: whether an arm is an identity depends on what the channels are sent. */
  private void readSelects(Found found) {
    List<Endpoint> puts = ChannelCollector.puts(found.ports, found.stages);
    found.actors.stream().map(Selecting::said).map(actors::outputs).forEach(puts::addAll);
    for (Selecting selecting : found.selecting) {
      selects.offers(selecting.said()).forEach(offer -> puts.add(offer.output()));
    }
    List<Endpoint> takes = ChannelCollector.takes(found.ports, found.stages);
    for (Selecting actor : found.actors) {
      AnnotatedParameter event = Objects.requireNonNull(ActorReader.event(actor.said()));
      Select select = selects.ofActor(actor.said(), event, actor.owner(), puts);
      found.stages.add(actors.read(actor.said(), event.index(), select));
    }
    found.stages.sort(
        Comparator.comparingInt(stage -> found.methodsInOrder.indexOf(stage.method())));
    for (Selecting selecting : found.selecting) {
      AnnotatedMethod said = selecting.said();
      found.ports.add(selects.port(said, selecting.owner(), puts, takes));
      if (said.workers() != null) {
        found.misplaced.add(new Misplaced(said.method(), said.workers()));
      }
    }
    found.ports.sort(Comparator.comparingInt(port -> found.methodsInOrder.indexOf(port.method())));
  }

  private List<StageClass> stageClasses(TypeElement element) {
    List<StageClass> stageClasses = new ArrayList<>();
    for (Annotations.Literal literal : Annotations.stageClasses(element)) {
      if (literal.value() instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED) {
        TypeElement host = (TypeElement) ((DeclaredType) type).asElement();
        stageClasses.add(new StageClass(host, types.getDeclaredType(host), literal.site()));
      }
    }
    return stageClasses;
  }

  private List<Buffer> buffers(DeclaredType topology) {
    return members.hierarchy(topology).stream()
        .flatMap(type -> Annotations.buffers(type.asElement()).stream())
        .toList();
  }

  private List<Broadcast> broadcasts(DeclaredType topology) {
    return members.hierarchy(topology).stream()
        .flatMap(type -> Annotations.broadcasts(type.asElement()).stream())
        .toList();
  }
}
