package dev.millrace.processor.check;

import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD;
import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD_LOOKALIKE;
import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD_LOOKALIKE_VALUE;
import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD_OPTIONAL;
import static dev.millrace.processor.report.TypeProblem.CARRIER_PAYLOAD_VOID;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Stage.Results;
import dev.millrace.processor.model.Topology;
import java.util.List;
import java.util.Map;
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
  private static final String STREAM = "java.util.stream.Stream";
  private static final String VOID = "java.lang.Void";

  private static final List<String> OTHERS =
      List.of(
          RuntimeNames.SENDER,
          RuntimeNames.RECEIVER,
          "dev.millrace.Channel",
          RuntimeNames.RECEIVED,
          STREAM,
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletableFuture");

  /** Types that look like the carriers of a channel, with what to write instead of each. */
  private static final Map<String, Lookalike> LOOKALIKES =
      Map.ofEntries(
          Map.entry("java.util.OptionalInt", new Lookalike("Optional", "Integer")),
          Map.entry("java.util.OptionalLong", new Lookalike("Optional", "Long")),
          Map.entry("java.util.OptionalDouble", new Lookalike("Optional", "Double")),
          Map.entry("java.util.stream.IntStream", new Lookalike("Stream", "Integer")),
          Map.entry("java.util.stream.LongStream", new Lookalike("Stream", "Long")),
          Map.entry("java.util.stream.DoubleStream", new Lookalike("Stream", "Double")),
          Map.entry("java.util.stream.BaseStream", new Lookalike("Stream", "")),
          Map.entry("java.util.Iterator", new Lookalike("Stream", "")));

  /**
   * A type that is neither a value nor a carrier.
   *
   * @param carrier the simple name of the carrier
   * @param content the simple name of what it has, or nothing if its type argument says so
   */
  private record Lookalike(String carrier, String content) {}

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
    Optional<Lookalike> lookalike = lookalike(type);
    if (is(type, VOID)) {
      inspection.report(CARRIER_PAYLOAD_VOID, site, type);
    } else if (is(type, OPTIONAL)) {
      inspection.report(CARRIER_PAYLOAD_OPTIONAL, site, type, contentOf(type, "the value itself"));
    } else if (lookalike.isPresent()) {
      reportLookalike(end, lookalike.get(), type, site, inspection);
    } else if (OTHERS.stream().anyMatch(carrier -> is(type, carrier))) {
      inspection.report(CARRIER_PAYLOAD, site, type, contentOf(type, "the value itself"));
    } else {
      return false;
    }
    return true;
  }

  private static void reportLookalike(
      Endpoint end, Lookalike lookalike, TypeMirror type, Site site, Inspection inspection) {
    String carrier = lookalike.carrier();
    if (isResult(end, carrier, inspection.topology())) {
      inspection.report(CARRIER_PAYLOAD_LOOKALIKE, site, type, carrier, contentOf(type, "T"));
    } else {
      Object payload = contentOf(type, "the value itself");
      inspection.report(CARRIER_PAYLOAD_LOOKALIKE_VALUE, site, type, carrier, payload);
    }
  }

  /** Whether what is at that end is a result that could be such a carrier instead. */
  private static boolean isResult(Endpoint end, String carrier, Topology topology) {
    return topology.stages().stream().anyMatch(stage -> isResult(end, stage))
        || (carrier.equals("Optional")
            && topology.ports().stream()
                .anyMatch(port -> port instanceof Port.Receive to && end.equals(to.input())));
  }

  private static boolean isResult(Endpoint end, Stage stage) {
    return switch (stage) {
      case Stage.PerValue one -> one.results() == Results.ONE && end.equals(one.output());
      case Stage.Actor actor -> actor.results() == Results.ONE && end.equals(actor.output());
      // A fold returns one value, and the others return no value at all.
      default -> false;
    };
  }

  /** What a channel would carry for that type: a value for it, or what is in the carrier. */
  static Object carried(TypeMirror type, Inspection inspection) {
    return is(type, OPTIONAL) || is(type, STREAM) || lookalike(type).isPresent()
        ? contentOf(type, "T")
        : inspection.boxed(type);
  }

  /** What is in a carrier, or the second if the carrier does not say. */
  private static Object contentOf(TypeMirror carrier, String unknown) {
    String primitive = lookalike(carrier).map(Lookalike::content).orElse("");
    if (!primitive.isEmpty()) {
      return primitive;
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) carrier).getTypeArguments();
    return arguments.isEmpty() || arguments.get(0).getKind() == TypeKind.WILDCARD
        ? unknown
        : arguments.get(0);
  }

  private static Optional<Lookalike> lookalike(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.ofNullable(LOOKALIKES.get(element.getQualifiedName().toString()))
        : Optional.empty();
  }

  /** Whether it is that very type. */
  static boolean is(TypeMirror type, String qualifiedName) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(qualifiedName);
  }
}
