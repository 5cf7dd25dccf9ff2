package dev.millrace.processor.check;

import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD;
import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD_OPTIONAL;
import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD_VOID;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types in which values are passed, and which are therefore never values themselves. */
final class Carriers {

  private static final String OPTIONAL = "java.util.Optional";
  private static final String VOID = "java.lang.Void";

  private static final List<String> OTHERS =
      List.of(
          RuntimeNames.SENDER,
          RuntimeNames.RECEIVER,
          "dev.millrace.Channel",
          RuntimeNames.RECEIVED,
          "java.util.stream.Stream",
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletableFuture");

  private Carriers() {}

  static boolean isSender(TypeMirror type) {
    return is(type, RuntimeNames.SENDER);
  }

  static boolean isReceiver(TypeMirror type) {
    return is(type, RuntimeNames.RECEIVER);
  }

  static boolean isOptional(TypeMirror type) {
    return is(type, OPTIONAL);
  }

  static boolean isReceived(TypeMirror type) {
    return is(type, RuntimeNames.RECEIVED);
  }

  static boolean isVoidBox(TypeMirror type) {
    return is(type, VOID);
  }

  static boolean isEnd(TypeMirror type) {
    return isSender(type) || isReceiver(type);
  }

  /** The {@code B} of a {@code Sender<? extends B>}. */
  static Optional<TypeMirror> upperBound(TypeMirror end) {
    return wildcards(end).map(WildcardType::getExtendsBound).filter(Objects::nonNull).findFirst();
  }

  /** The {@code B} of a {@code Receiver<? super B>}. */
  static Optional<TypeMirror> lowerBound(TypeMirror end) {
    return wildcards(end).map(WildcardType::getSuperBound).filter(Objects::nonNull).findFirst();
  }

  private static Stream<WildcardType> wildcards(TypeMirror end) {
    return ((DeclaredType) end)
        .getTypeArguments().stream()
            .filter(WildcardType.class::isInstance)
            .map(WildcardType.class::cast);
  }

  /** Reports an end of a channel that would carry such a type; false if it is a plain value. */
  static boolean report(Endpoint end, Element shownAt, Inspection inspection) {
    if (!(end.payload() instanceof Payload.Value value)) {
      return false;
    }
    TypeMirror type = value.type();
    Site site = Site.of(shownAt);
    if (is(type, VOID)) {
      inspection.report(CARRIER_PAYLOAD_VOID, site, type);
    } else if (is(type, OPTIONAL)) {
      inspection.report(CARRIER_PAYLOAD_OPTIONAL, site, type, contentOf(type));
    } else if (OTHERS.stream().anyMatch(carrier -> is(type, carrier))) {
      inspection.report(CARRIER_PAYLOAD, site, type, contentOf(type));
    } else {
      return false;
    }
    return true;
  }

  private static Object contentOf(TypeMirror carrier) {
    List<? extends TypeMirror> arguments = ((DeclaredType) carrier).getTypeArguments();
    return arguments.isEmpty() || arguments.get(0).getKind() == TypeKind.WILDCARD
        ? "the value itself"
        : arguments.get(0);
  }

  /** Whether it is that very type. */
  static boolean is(TypeMirror type, String qualifiedName) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(qualifiedName);
  }
}
