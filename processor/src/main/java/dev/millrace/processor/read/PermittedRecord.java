package dev.millrace.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A record as a kind of one event: {@code Done<Long>} for {@code Event<List<Long>>}, if {@code
 * Done<T>} implements {@code Event<List<T>>}.
 */
final class PermittedRecord {

  private final TypeElement record;
  private final DeclaredType event;
  private final @Nullable DeclaredType implemented;
  private final Types types;

  /** What the record's type parameters stand for, as far as the event says. */
  private final Map<Element, TypeMirror> arguments = new HashMap<>();

  PermittedRecord(TypeElement record, DeclaredType event, Types types, Members members) {
    this.record = record;
    this.event = event;
    this.types = types;
    this.implemented =
        members.hierarchy((DeclaredType) record.asType()).stream()
            .filter(supertype -> supertype.asElement().equals(event.asElement()))
            .findFirst()
            .orElse(null);
    if (implemented != null) {
      matchAll(implemented.getTypeArguments(), event.getTypeArguments());
    }
  }

  /**
   * The event as the record implements it; {@code null} if it does not, which compilers reject only
   * after the processors.
   */
  @Nullable DeclaredType implemented() {
    return implemented;
  }

  /** The type parameter that does not follow from the event, or {@code null} if all do. */
  @Nullable TypeParameterElement unbound() {
    return record.getTypeParameters().stream()
        .filter(parameter -> !arguments.containsKey(parameter))
        .findFirst()
        .orElse(null);
  }

  /** The record's type, if it can be such an event at all. */
  Optional<DeclaredType> asEvent() {
    if (unbound() != null) {
      return Optional.empty();
    }
    DeclaredType type =
        types.getDeclaredType(
            record,
            record.getTypeParameters().stream().map(arguments::get).toArray(TypeMirror[]::new));
    return Optional.of(type).filter(candidate -> types.isSubtype(candidate, event));
  }

  private void matchAll(List<? extends TypeMirror> patterns, List<? extends TypeMirror> actual) {
    // A raw event has none.
    for (int index = 0; index < Math.min(patterns.size(), actual.size()); index++) {
      match(patterns.get(index), actual.get(index));
    }
  }

  /** Finds what stands where the pattern has a type parameter; whether all fits is seen later. */
  private void match(@Nullable TypeMirror pattern, @Nullable TypeMirror actual) {
    if (pattern == null || actual == null) {
      return;
    }
    if (pattern instanceof TypeVariable variable) {
      arguments.putIfAbsent(variable.asElement(), actual);
    } else if (actual instanceof WildcardType wildcard && !(pattern instanceof WildcardType)) {
      match(pattern, wildcard.getExtendsBound());
    } else if (pattern instanceof WildcardType own && actual instanceof WildcardType other) {
      match(own.getExtendsBound(), other.getExtendsBound());
      match(own.getSuperBound(), other.getSuperBound());
    } else if (pattern instanceof ArrayType own && actual instanceof ArrayType other) {
      match(own.getComponentType(), other.getComponentType());
    } else if (pattern.getKind() == TypeKind.DECLARED && actual.getKind() == TypeKind.DECLARED) {
      matchAll(
          ((DeclaredType) pattern).getTypeArguments(), ((DeclaredType) actual).getTypeArguments());
    }
  }
}
