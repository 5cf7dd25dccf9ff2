package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.ARM_TYPE;
import static dev.millrace.processor.report.Problem.ELEMENTS_OR_LIST;
import static dev.millrace.processor.report.Problem.GENERIC_MISMATCH;
import static dev.millrace.processor.report.Problem.NUMBER_MISMATCH;
import static dev.millrace.processor.report.Problem.TYPE_MISMATCH;
import static dev.millrace.processor.report.Problem.TYPE_MISMATCH_OF_RECEIVERS;
import static dev.millrace.processor.report.Problem.TYPE_MISMATCH_OF_SENDERS;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.resolve.ChannelTypes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Why the types said about one channel do not fit; silent if they do. One message at most. */
final class TypeMismatch {

  private final Channel channel;
  private final Inspection inspection;
  private final Types types;

  /** What is sent and taken, boxed; ends of unknown type are left out. */
  private final List<End> puts;

  private final List<End> takes;

  private record End(Endpoint endpoint, TypeMirror type) {}

  TypeMismatch(Channel channel, Inspection inspection) {
    this.channel = channel;
    this.inspection = inspection;
    this.types = inspection.types();
    this.puts = ends(channel.puts());
    this.takes = ends(channel.takes());
  }

  private static List<End> ends(List<Endpoint> endpoints) {
    return endpoints.stream()
        .flatMap(
            end ->
                end.payload() instanceof Payload.Value value
                    ? Stream.of(new End(end, value.type()))
                    : Stream.empty())
        .toList();
  }

  void report() {
    boolean fits = new ChannelTypes(types, inspection.elements()).of(channel).isPresent();
    if (fits || puts.isEmpty() || takes.isEmpty()) {
      return;
    }
    for (End put : puts) {
      for (End take : takes) {
        if (!types.isSubtype(put.type(), take.type())) {
          explain(put, take);
          return;
        }
      }
    }
    if (!reportUnrelated(puts, TYPE_MISMATCH_OF_SENDERS)) {
      reportUnrelated(takes, TYPE_MISMATCH_OF_RECEIVERS);
    }
  }

  private void explain(End put, End take) {
    Endpoint sender = put.endpoint();
    Endpoint receiver = take.endpoint();
    Site site = receiver.site();
    if (receiver.role() == Role.ARM) {
      inspection.report(
          ARM_TYPE,
          Site.of(site.element()),
          channel.name(),
          put.type(),
          site.element(),
          take.type());
    } else if (isNumber(put.type()) && isNumber(take.type())) {
      inspection.report(
          NUMBER_MISMATCH,
          site,
          channel.name(),
          types.unboxedType(put.type()),
          sender.method(),
          receiver.method(),
          types.unboxedType(take.type()),
          wider(types.unboxedType(put.type()), types.unboxedType(take.type())));
    } else if (isManyOf(put.type(), take.type())) {
      inspection.report(
          ELEMENTS_OR_LIST,
          site,
          sender.method(),
          put.type(),
          channel.name(),
          receiver.method(),
          take.type());
    } else if (types.isSameType(types.erasure(put.type()), types.erasure(take.type()))) {
      inspection.report(
          GENERIC_MISMATCH, site, channel.name(), put.type(), receiver.method(), take.type());
    } else {
      inspection.report(
          TYPE_MISMATCH,
          site,
          channel.name(),
          put.type(),
          take.type(),
          sender.method(),
          receiver.method());
    }
  }

  /** Every put fits every take, and yet no written type is above all puts and below all takes. */
  private boolean reportUnrelated(List<End> ends, Problem problem) {
    for (End one : ends) {
      for (End other : ends) {
        if (!types.isSubtype(one.type(), other.type())
            && !types.isSubtype(other.type(), one.type())) {
          inspection.report(
              problem,
              other.endpoint().site(),
              channel.name(),
              one.type(),
              other.type(),
              one.endpoint().method(),
              other.endpoint().method());
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNumber(TypeMirror boxed) {
    return unboxed(boxed).filter(kind -> kind != TypeKind.BOOLEAN).isPresent();
  }

  private Optional<TypeKind> unboxed(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? Stream.of(TypeKind.values())
            .filter(TypeKind::isPrimitive)
            .filter(kind -> types.boxedClass(types.getPrimitiveType(kind)).equals(element))
            .findFirst()
        : Optional.empty();
  }

  private static TypeMirror wider(TypeMirror one, TypeMirror other) {
    List<TypeKind> byWidth =
        List.of(
            TypeKind.BYTE,
            TypeKind.SHORT,
            TypeKind.CHAR,
            TypeKind.INT,
            TypeKind.LONG,
            TypeKind.FLOAT,
            TypeKind.DOUBLE);
    return byWidth.indexOf(one.getKind()) < byWidth.indexOf(other.getKind()) ? other : one;
  }

  /** Whether the first is a collection of the second. */
  private boolean isManyOf(TypeMirror many, TypeMirror one) {
    TypeElement iterable = inspection.elements().getTypeElement(Iterable.class.getName());
    return many instanceof DeclaredType declared
        && declared.getTypeArguments().size() == 1
        && types.isSubtype(types.erasure(many), types.erasure(iterable.asType()))
        && types.isSubtype(declared.getTypeArguments().get(0), one);
  }
}
