package dev.millrace.processor.read;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.NamedMethod;
import dev.millrace.processor.model.Offer;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.read.Annotations.Named;
import dev.millrace.processor.read.Members.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads selects, whose arms are the records that a sealed event type permits, or handlers that the
 * method takes.
 */
final class SelectReader {

  private final Types types;
  private final Members members;
  private final Signatures signatures;
  private final HandlerReader handlers;
  private final boolean namesOrderPermits;

  /** Read once: each of a thousand actors may name methods of the topology. */
  private final Map<TypeElement, Owner> owners = new HashMap<>();

  /** The methods of a type that has selects, by name. */
  private record Owner(Map<String, List<Method>> methods, List<String> names) {}

  SelectReader(Types types, Elements elements, Members members, Signatures signatures) {
    this.types = types;
    this.members = members;
    this.signatures = signatures;
    this.handlers = new HandlerReader(types, members, signatures);
    // Without a permits clause, ECJ lists what is permitted by name, and javac in source order.
    this.namesOrderPermits = elements.getClass().getName().startsWith("org.eclipse.jdt.");
  }

  /** Whether a method with {@code @Select} has the parameters of a select port. */
  static boolean fits(AnnotatedMethod said) {
    return others(said) == 0 || isTimed(said);
  }

  private static boolean isTimed(AnnotatedMethod said) {
    return others(said) == 1
        && IntStream.range(0, said.parameters().size())
            .filter(index -> Signatures.isDuration(said.parameters().get(index)))
            .anyMatch(
                index -> {
                  VariableElement parameter = said.method().element().getParameters().get(index);
                  return !Annotations.isArm(parameter) && Annotations.producer(parameter) == null;
                });
  }

  /** How many parameters are neither arms nor values for them. */
  private static int others(AnnotatedMethod said) {
    return said.parameters().size() - said.armParameters().size() - said.offers();
  }

  /** The values that the method takes to send them. */
  List<Offer> offers(AnnotatedMethod said) {
    List<Offer> offers = new ArrayList<>();
    List<? extends VariableElement> parameters = said.method().element().getParameters();
    for (int index = 0; index < parameters.size(); index++) {
      Named channel = Annotations.producer(parameters.get(index));
      if (channel != null) {
        Payload payload = signatures.value(said.parameters().get(index));
        offers.add(new Offer(parameters.get(index), index, said.endpoint(channel, payload)));
      }
    }
    return offers;
  }

  /** Reads what a port waits for; {@link #fits} says whether it can. */
  Port.SelectOne port(
      AnnotatedMethod said, DeclaredType owner, List<Endpoint> puts, List<Endpoint> takes) {
    TypeMirror result = said.result();
    boolean optional = Signatures.isOf(result, Optional.class.getName());
    if (optional) {
      result = ((DeclaredType) result).getTypeArguments().get(0);
    }
    return new Port.SelectOne(said.method(), read(said, result, optional, owner, puts, takes));
  }

  /**
   * Reads what an actor waits for.
   *
   * @param event the parameter that the event comes in
   */
  Select ofActor(
      AnnotatedMethod said, AnnotatedParameter event, DeclaredType owner, List<Endpoint> puts) {
    return read(said, event.type(), false, owner, puts, List.of());
  }

  /**
   * Reads a select.
   *
   * @param owner the type that has the method, and its guards
   * @param puts everything that is sent to any channel
   * @param takes everything but a select that receives from any channel
   */
  private Select read(
      AnnotatedMethod said,
      TypeMirror events,
      boolean optional,
      DeclaredType owner,
      List<Endpoint> puts,
      List<Endpoint> takes) {
    DeclaredType event = events.getKind() == TypeKind.DECLARED ? (DeclaredType) events : null;
    boolean priority = Annotations.hasPriority(said.method().element());
    List<Arm> arms = new ArrayList<>();
    List<Offer> offers = said.isPort() ? offers(said) : List.of();
    if (said.isPort() && !said.armParameters().isEmpty()) {
      arms.addAll(handlers.arms(said, name -> named(name, owner)));
    } else if (event != null) {
      for (TypeElement permitted : permitted((TypeElement) event.asElement(), priority)) {
        Annotations.Arm sending = Annotations.sendingArm(permitted);
        arms.add(
            sending == null || Annotations.arm(permitted) != null
                ? arm(permitted, event, said, owner, puts)
                : sending(permitted, sending, said, owner, offers, takes));
      }
    }
    boolean timed = said.isPort() && isTimed(said);
    return new Select(
        said.method(),
        event,
        optional,
        timed,
        priority,
        arms,
        offers,
        Objects.requireNonNull(said.select()));
  }

  /** The types that can be an event, those of nested sealed types in their place. */
  private List<TypeElement> permitted(TypeElement event, boolean asWritten) {
    List<TypeElement> written =
        event.getPermittedSubclasses().stream()
            .filter(DeclaredType.class::isInstance)
            .map(subclass -> (TypeElement) ((DeclaredType) subclass).asElement())
            .toList();
    boolean hasOrder = asWritten && !(namesOrderPermits && isInOrderOfNames(written));
    return (hasOrder ? written : written.stream().sorted(IN_SOURCE_ORDER).toList())
        .stream()
            .flatMap(
                subclass ->
                    subclass.getModifiers().contains(Modifier.SEALED)
                        ? permitted(subclass, asWritten).stream()
                        : Stream.of(subclass))
            .distinct()
            .toList();
  }

  private static boolean isInOrderOfNames(List<TypeElement> types) {
    return types.stream().sorted(BY_NAME).toList().equals(types);
  }

  private static final Comparator<TypeElement> BY_NAME =
      Comparator.comparing(type -> type.getQualifiedName().toString());

  /** The order of declaration inside one type, otherwise by name: compilers differ in the list. */
  private static final Comparator<TypeElement> IN_SOURCE_ORDER =
      (one, other) -> {
        if (one.getEnclosingElement() instanceof TypeElement around
            && around.equals(other.getEnclosingElement())) {
          return Integer.compare(
              around.getEnclosedElements().indexOf(one),
              around.getEnclosedElements().indexOf(other));
        }
        return BY_NAME.compare(one, other);
      };

  private Arm arm(
      TypeElement permitted,
      DeclaredType event,
      AnnotatedMethod select,
      DeclaredType owner,
      List<Endpoint> puts) {
    Annotations.Arm said = Annotations.arm(permitted);
    boolean otherwise = Annotations.otherwise(permitted) != null;
    if (said != null && Annotations.producer(permitted) != null) {
      return new Arm.WithBoth(permitted, "@Case", "@Producer");
    }
    if (said == null) {
      return otherwise
          ? new Arm.OtherwiseEvent(permitted, named(Annotations.after(permitted), owner))
          : new Arm.WithoutCase(permitted);
    }
    if (otherwise) {
      return new Arm.WithBoth(permitted, "@Case", "@Otherwise");
    }
    Named name = said.channel();
    NamedMethod guard = named(said.when(), owner);
    if (said.closed()) {
      return new Arm.Closed(permitted, name.channel(), name.site(), guard);
    }
    return taking(permitted, event, name, guard, select, puts);
  }

  private Arm sending(
      TypeElement permitted,
      Annotations.Arm said,
      AnnotatedMethod select,
      DeclaredType owner,
      List<Offer> offers,
      List<Endpoint> takes) {
    if (Annotations.otherwise(permitted) != null) {
      return new Arm.WithBoth(permitted, "@Producer", "@Otherwise");
    }
    Named channel = said.channel();
    Offer offer =
        offers.stream()
            .filter(candidate -> candidate.output().channel().equals(channel.channel()))
            .findFirst()
            .orElse(null);
    boolean signal =
        takes.stream()
            .anyMatch(
                take ->
                    take.channel().equals(channel.channel())
                        && take.payload() instanceof Payload.Signal);
    Endpoint output =
        offer != null
            ? offer.output()
            : select.endpoint(channel, signal ? new Payload.Signal() : new Payload.Unknown());
    return new Arm.Sending(
        permitted, channel.channel(), channel.site(), named(said.when(), owner), output, offer);
  }

  /** The one without parameters is meant, if there are several. */
  private @Nullable NamedMethod named(@Nullable Named name, DeclaredType owner) {
    if (name == null) {
      return null;
    }
    Owner known = owners.computeIfAbsent((TypeElement) owner.asElement(), any -> read(owner));
    List<Method> namesakes =
        known.methods().getOrDefault(name.channel(), List.of()).stream()
            .sorted(Comparator.comparingInt(method -> method.element().getParameters().size()))
            .toList();
    return new NamedMethod(name.channel(), owner, namesakes, known.names(), name.site());
  }

  private Owner read(DeclaredType owner) {
    Map<String, List<Method>> methods = new LinkedHashMap<>();
    for (Member member : members.of(owner)) {
      Method method = member.declarations().get(0);
      methods.computeIfAbsent(method.name(), any -> new ArrayList<>()).add(method);
    }
    return new Owner(methods, List.copyOf(methods.keySet()));
  }

  private Arm taking(
      TypeElement permitted,
      DeclaredType event,
      Named name,
      @Nullable NamedMethod guard,
      AnnotatedMethod select,
      List<Endpoint> puts) {
    Endpoint unknown = endpoint(name, new Payload.Unknown(), select);
    if (permitted.getKind() != ElementKind.RECORD) {
      return new Arm.Misshapen(permitted, unknown, guard);
    }
    PermittedRecord record = new PermittedRecord(permitted, event, types, members);
    DeclaredType type = record.asEvent().orElse(null);
    if (type == null) {
      return new Arm.Unfit(permitted, unknown, guard, record.implemented(), record.unbound());
    }
    if (isPut(type, name.channel(), puts)) {
      return new Arm.Identity(
          permitted, endpoint(name, new Payload.Value(type, false), select), guard);
    }
    List<? extends RecordComponentElement> components = permitted.getRecordComponents();
    return switch (components.size()) {
      case 0 -> new Arm.OfSignal(permitted, endpoint(name, new Payload.Signal(), select), guard);
      case 1 ->
          new Arm.Wrapping(
              permitted,
              endpoint(name, signatures.value(component(type, components.get(0))), select),
              guard);
      default -> new Arm.Misshapen(permitted, unknown, guard);
    };
  }

  private boolean isPut(DeclaredType type, String channel, List<Endpoint> puts) {
    return puts.stream()
        .filter(put -> put.channel().equals(channel))
        .anyMatch(
            put ->
                put.payload() instanceof Payload.Value value
                    && value.type() instanceof DeclaredType sent
                    && sent.asElement().equals(type.asElement())
                    // Not isSameType: ECJ fails on a generic record nested in a generic interface.
                    && types.isSubtype(sent, type));
  }

  private TypeMirror component(DeclaredType type, RecordComponentElement component) {
    return ((ExecutableType) types.asMemberOf(type, component.getAccessor())).getReturnType();
  }

  private static Endpoint endpoint(Named name, Payload payload, AnnotatedMethod select) {
    Role role = select.isPort() ? Role.ARM : Role.ARM_OF_STAGE;
    return new Endpoint(name.channel(), role, payload, select.method(), name.site());
  }
}
