package dev.millrace.processor.check;

import static dev.millrace.processor.report.TypeProblem.ARM_TYPE;
import static dev.millrace.processor.report.TypeProblem.ELEMENTS_OR_LIST;
import static dev.millrace.processor.report.TypeProblem.GENERIC_MISMATCH;
import static dev.millrace.processor.report.TypeProblem.NUMBER_MISMATCH;
import static dev.millrace.processor.report.TypeProblem.TYPE_MISMATCH;
import static dev.millrace.processor.report.TypeProblem.TYPE_MISMATCH_OF_RECEIVERS;
import static dev.millrace.processor.report.TypeProblem.VIEW_MISMATCH_OF_RECEIVED;
import static dev.millrace.processor.report.TypeProblem.VIEW_MISMATCH_OF_RECEIVER;
import static dev.millrace.processor.report.TypeProblem.VIEW_MISMATCH_OF_SENDER;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.resolve.ChannelTypes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Why the types said about one channel do not fit; silent if they do. One message at most. */
final class TypeMismatch {

  private final Channel channel;
  private final Inspection inspection;
  private final Types types;
  private final ChannelTypes resolution;

  /** What is sent and taken, boxed; ends of unknown type are left out. */
  private final List<End> puts;

  private final List<End> takes;

  private record End(Endpoint endpoint, TypeMirror type, boolean exact) {}

  TypeMismatch(Channel channel, Inspection inspection) {
    this.channel = channel;
    this.inspection = inspection;
    this.types = inspection.types();
    this.resolution = new ChannelTypes(types, inspection.elements());
    this.puts = ends(channel.puts());
    this.takes = ends(channel.takes());
  }

  private static List<End> ends(List<Endpoint> endpoints) {
    return endpoints.stream()
        .flatMap(
            end ->
                end.payload() instanceof Payload.Value value
                    ? Stream.of(new End(end, value.type(), value.exact()))
                    : Stream.empty())
        .toList();
  }

  void report() {
    if (resolution.of(channel).isPresent() || puts.isEmpty() || takes.isEmpty()) {
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
    Optional<TypeMirror> carried = ofEndsWithWildcards();
    if (carried.isPresent()) {
      reportViews(carried.get());
    } else {
      reportUnrelatedTakes();
    }
  }

  /** The type the channel would have if no {@code Sender<T>} or {@code Receiver<T>} fixed it. */
  private Optional<TypeMirror> ofEndsWithWildcards() {
    return resolution.of(
        new Channel(
            channel.name(),
            withWildcards(channel.puts()),
            withWildcards(channel.takes()),
            channel.closings(),
            channel.buffers(),
            channel.broadcasts()));
  }

  private static List<Endpoint> withWildcards(List<Endpoint> ends) {
    return ends.stream()
        .map(
            end ->
                end.payload() instanceof Payload.Value value
                    ? new Endpoint(
                        end.channel(),
                        end.role(),
                        new Payload.Value(value.type(), false),
                        end.method(),
                        end.site())
                    : end)
        .toList();
  }

  private void reportViews(TypeMirror carried) {
    reportView(puts, carried, VIEW_MISMATCH_OF_SENDER);
    reportView(
        takes.stream().filter(end -> !isReceived(end)).toList(),
        carried,
        VIEW_MISMATCH_OF_RECEIVER);
    for (End end : takes) {
      if (isReceived(end) && end.exact() && !types.isSameType(end.type(), carried)) {
        inspection.report(
            VIEW_MISMATCH_OF_RECEIVED,
            Site.of(end.endpoint().method().element()),
            channel.name(),
            carried,
            end.endpoint().method(),
            end.type());
      }
    }
  }

  private static boolean isReceived(End end) {
    return Carriers.isReceived(end.endpoint().method().result());
  }

  private void reportView(List<End> ends, TypeMirror carried, Problem problem) {
    for (End end : ends) {
      if (end.exact() && !types.isSameType(end.type(), carried)) {
        inspection.report(problem, siteOfView(end.endpoint()), channel.name(), carried, end.type());
      }
    }
  }

  /** A stage takes the view as its parameter, a port returns it. */
  private static Site siteOfView(Endpoint end) {
    if (end.site().element() instanceof VariableElement parameter) {
      return Site.of(parameter);
    }
    ExecutableElement method = end.method().element();
    return Site.of(method.getParameters().isEmpty() ? method : method.getParameters().get(0));
  }

  private void explain(End put, End take) {
    Endpoint sender = put.endpoint();
    Endpoint receiver = take.endpoint();
    Site site = receiver.site();
    if (receiver.isArm()) {
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
  private void reportUnrelatedTakes() {
    for (End one : takes) {
      for (End other : takes) {
        if (!types.isSubtype(one.type(), other.type())
            && !types.isSubtype(other.type(), one.type())) {
          inspection.report(
              TYPE_MISMATCH_OF_RECEIVERS,
              other.endpoint().site(),
              channel.name(),
              one.type(),
              other.type(),
              one.endpoint().method(),
              other.endpoint().method());
          return;
        }
      }
    }
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
