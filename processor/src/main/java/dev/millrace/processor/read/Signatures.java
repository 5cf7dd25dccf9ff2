package dev.millrace.processor.read;

import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.resolve.Boxing;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about the types in a signature, and what they say about a channel. */
final class Signatures {

  private static final Payload UNKNOWN = new Payload.Unknown();

  private final Boxing boxing;
  private final TypeMirror object;

  Signatures(Types types, Elements elements) {
    this.boxing = new Boxing(types);
    this.object = elements.getTypeElement(Object.class.getName()).asType();
  }

  static boolean isVoid(TypeMirror type) {
    return type.getKind() == TypeKind.VOID;
  }

  static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN;
  }

  /** Whether the type is that very class or interface; a subtype of it is not. */
  static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name);
  }

  /** Whether the type is an end of a channel. */
  static boolean isEnd(TypeMirror type) {
    return isNamed(type, RuntimeNames.SENDER) || isNamed(type, RuntimeNames.RECEIVER);
  }

  /** Whether the type says how long to wait. */
  static boolean isDuration(TypeMirror type) {
    return isNamed(type, Duration.class.getName());
  }

  /** Whether the type is that generic class, and not its raw form. */
  static boolean isOf(TypeMirror type, String name) {
    return isNamed(type, name) && ((DeclaredType) type).getTypeArguments().size() == 1;
  }

  /** The values that a parameter or a result stands for; {@code void} is a signal. */
  Payload value(TypeMirror type) {
    return isVoid(type) ? new Payload.Signal() : payload(boxing.box(type), false);
  }

  /** {@code Signal} written out is the same as no value, which stages have no other way to send. */
  private static Payload payload(TypeMirror type, boolean exact) {
    return isNamed(type, RuntimeNames.SIGNAL)
        ? new Payload.Signal()
        : new Payload.Value(type, exact);
  }

  /** The only parameter's values; no parameter is a signal. */
  Payload parameter(List<? extends TypeMirror> parameters) {
    return parameters.isEmpty() ? new Payload.Signal() : value(parameters.get(0));
  }

  /** The values in an {@code Optional}, a {@code Stream} or an {@code Iterable}. */
  Payload elements(TypeMirror carrier) {
    TypeMirror argument = onlyArgument(carrier);
    if (argument instanceof WildcardType wildcard) {
      argument = wildcard.getExtendsBound();
    }
    return payload(argument == null ? object : argument, false);
  }

  /**
   * What a {@code Sender<T>}, a {@code Receiver<T>} or a {@code Received<T>} demands of the channel
   * it belongs to.
   */
  static Payload end(TypeMirror end) {
    TypeMirror argument = onlyArgument(end);
    if (argument == null) {
      return UNKNOWN;
    }
    if (!(argument instanceof WildcardType wildcard)) {
      return payload(argument, true);
    }
    TypeMirror bound =
        wildcard.getSuperBound() != null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
    return bound == null ? UNKNOWN : payload(bound, false);
  }

  /** Whether values can be sent through a {@code Sender} of that type at all. */
  static boolean hasUpperBound(TypeMirror end) {
    return onlyArgument(end) instanceof WildcardType wildcard && wildcard.getExtendsBound() != null;
  }

  /** Whether the values of a {@code Receiver} of that type are only known as objects. */
  static boolean hasLowerBound(TypeMirror end) {
    return onlyArgument(end) instanceof WildcardType wildcard && wildcard.getSuperBound() != null;
  }

  private static @Nullable TypeMirror onlyArgument(TypeMirror type) {
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    return arguments.size() == 1 ? arguments.get(0) : null;
  }
}
