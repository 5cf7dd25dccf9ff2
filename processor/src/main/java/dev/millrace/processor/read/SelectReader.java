package dev.millrace.processor.read;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.read.Annotations.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads select ports, whose arms are the records that a sealed event type permits. */
final class SelectReader {

  private final Types types;
  private final Signatures signatures;

  SelectReader(Types types, Signatures signatures) {
    this.types = types;
    this.signatures = signatures;
  }

  /**
   * Reads a select port.
   *
   * @param puts everything that is sent to any channel
   */
  Port.SelectOne read(AnnotatedMethod said, List<Endpoint> puts) {
    TypeMirror result = said.result();
    boolean optional = Signatures.isOf(result, Optional.class.getName());
    if (optional) {
      result = ((DeclaredType) result).getTypeArguments().get(0);
    }
    DeclaredType event = result.getKind() == TypeKind.DECLARED ? (DeclaredType) result : null;
    List<Arm> arms = new ArrayList<>();
    if (event != null) {
      for (TypeElement permitted : permitted((TypeElement) event.asElement())) {
        arms.add(arm(permitted, event, said.method(), puts));
      }
    }
    return new Port.SelectOne(
        said.method(),
        new Select(said.method(), event, optional, arms, Objects.requireNonNull(said.select())));
  }

  /** The types that can be an event, those of nested sealed types in their place. */
  private List<TypeElement> permitted(TypeElement event) {
    return event.getPermittedSubclasses().stream()
        .filter(DeclaredType.class::isInstance)
        .map(subclass -> (TypeElement) ((DeclaredType) subclass).asElement())
        .sorted(IN_SOURCE_ORDER)
        .flatMap(
            subclass ->
                subclass.getModifiers().contains(Modifier.SEALED)
                    ? permitted(subclass).stream()
                    : List.of(subclass).stream())
        .distinct()
        .toList();
  }

  /** The order of declaration inside one type, otherwise by name: compilers differ in the list. */
  private static final Comparator<TypeElement> IN_SOURCE_ORDER =
      (one, other) -> {
        if (one.getEnclosingElement() instanceof TypeElement around
            && around.equals(other.getEnclosingElement())) {
          return Integer.compare(
              around.getEnclosedElements().indexOf(one),
              around.getEnclosedElements().indexOf(other));
        }
        return one.getQualifiedName().toString().compareTo(other.getQualifiedName().toString());
      };

  private Arm arm(TypeElement permitted, DeclaredType event, Method method, List<Endpoint> puts) {
    Named name = Annotations.arm(permitted);
    if (name == null) {
      return new Arm.WithoutCase(permitted);
    }
    DeclaredType type = asMemberOf(event, permitted);
    if (type == null || permitted.getKind() != ElementKind.RECORD) {
      return new Arm.Misshapen(permitted, endpoint(name, new Payload.Unknown(), method));
    }
    if (isPut(type, name.channel(), puts)) {
      return new Arm.Identity(permitted, endpoint(name, new Payload.Value(type, false), method));
    }
    List<? extends RecordComponentElement> components = permitted.getRecordComponents();
    return switch (components.size()) {
      case 0 -> new Arm.OfSignal(permitted, endpoint(name, new Payload.Signal(), method));
      case 1 ->
          new Arm.Wrapping(
              permitted,
              endpoint(name, signatures.value(component(type, components.get(0))), method));
      default -> new Arm.Misshapen(permitted, endpoint(name, new Payload.Unknown(), method));
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

  private static Endpoint endpoint(Named name, Payload payload, Method method) {
    return new Endpoint(name.channel(), Role.ARM, payload, method, name.site());
  }

  /**
   * The record as a kind of that very event: {@code Done<Long>} for {@code Event<Long>}, if {@code
   * Done<T>} implements {@code Event<T>}. Or {@code null}, if its type arguments do not follow.
   */
  private @Nullable DeclaredType asMemberOf(DeclaredType event, TypeElement permitted) {
    DeclaredType declared = (DeclaredType) permitted.asType();
    List<? extends TypeMirror> variables = declared.getTypeArguments();
    if (variables.isEmpty()) {
      return declared;
    }
    List<? extends TypeMirror> passedOn =
        new Members(types)
            .hierarchy(declared).stream()
                .filter(supertype -> supertype.asElement().equals(event.asElement()))
                .findFirst()
                .map(DeclaredType::getTypeArguments)
                .orElse(List.of());
    if (passedOn.size() != event.getTypeArguments().size()) {
      return null;
    }
    TypeMirror[] arguments = new TypeMirror[variables.size()];
    for (int i = 0; i < arguments.length; i++) {
      int place = indexOf(variables.get(i), passedOn);
      if (place < 0) {
        return null;
      }
      arguments[i] = event.getTypeArguments().get(place);
    }
    return types.getDeclaredType(permitted, arguments);
  }

  private int indexOf(TypeMirror variable, List<? extends TypeMirror> passedOn) {
    for (int i = 0; i < passedOn.size(); i++) {
      if (types.isSameType(variable, passedOn.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
