package dev.millrace.processor.check;

import static dev.millrace.processor.report.SelectProblem.SELECT_PARAMETERS;
import static dev.millrace.processor.report.SelectProblem.SELECT_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.BOTH_ON_ABSTRACT;
import static dev.millrace.processor.report.ShapeProblem.CLOSE_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.CONSUMER_OF_ANYTHING;
import static dev.millrace.processor.report.ShapeProblem.CONSUMER_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.ENDLESS_SOURCE;
import static dev.millrace.processor.report.ShapeProblem.MIXED_ANNOTATIONS;
import static dev.millrace.processor.report.ShapeProblem.NOTHING_TO_SEND;
import static dev.millrace.processor.report.ShapeProblem.PORT_IN_STAGES;
import static dev.millrace.processor.report.ShapeProblem.PORT_WITH_BODY;
import static dev.millrace.processor.report.ShapeProblem.PRODUCER_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.REPLY_DROPPED;
import static dev.millrace.processor.report.ShapeProblem.REQUEST_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.REQUEST_WITH_BODY;
import static dev.millrace.processor.report.ShapeProblem.RESULT_DROPPED;
import static dev.millrace.processor.report.ShapeProblem.SENDER_OF_NOTHING;
import static dev.millrace.processor.report.ShapeProblem.SENDER_WITH_PARAMETERS;
import static dev.millrace.processor.report.ShapeProblem.SERVER_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.SOURCE_RESULT;
import static dev.millrace.processor.report.ShapeProblem.SOURCE_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.STAGE_SHAPE;
import static dev.millrace.processor.report.ShapeProblem.TIMED_RESULT;
import static dev.millrace.processor.report.ShapeProblem.TIMED_RESULT_OF_SENDER;
import static dev.millrace.processor.report.ShapeProblem.TWO_PAYLOADS;
import static dev.millrace.processor.report.ShapeProblem.UNBOUND_PAIR;
import static dev.millrace.processor.report.WorkerProblem.WORKERS_ON_PORT;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Unreadable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Why a method is none of the legal shapes: one message for each, the first that explains it. */
final class Shapes {

  private final Inspection inspection;
  private final Unreadable unreadable;
  private final Method method;
  private final Site site;
  private final List<? extends TypeMirror> parameters;

  private Shapes(Inspection inspection, Unreadable unreadable) {
    this.inspection = inspection;
    this.unreadable = unreadable;
    this.method = unreadable.method();
    this.site = unreadable.site();
    this.parameters = method.type().getParameterTypes();
  }

  static void check(Inspection inspection) {
    for (Unreadable unreadable : inspection.topology().unreadable()) {
      if (!Methods.reportUnfit(unreadable.method(), inspection)) {
        new Shapes(inspection, unreadable).explain();
      }
    }
  }

  private void explain() {
    Endpoint produced = unreadable.produced();
    Endpoint consumed = unreadable.consumed();
    Optional<String> other = annotationOfChannel();
    if (unreadable.asks() != null && produced != null) {
      explainRequest(produced, unreadable.asks());
    } else if (unreadable.selects() != null) {
      explainSelect(other);
    } else if (!unreadable.parameters().isEmpty()) {
      Processes.explain(unreadable, inspection);
    } else if (!unreadable.closings().isEmpty()) {
      if (other.isPresent()) {
        inspection.report(MIXED_ANNOTATIONS, site, method, "@Close", other.get());
      } else if (unreadable.host() != null) {
        reportPortIn(unreadable.host());
      } else {
        inspection.report(CLOSE_SHAPE, site, method);
      }
    } else if (unreadable.host() != null && isWrittenAsPort(produced, consumed)) {
      reportPortIn(unreadable.host());
    } else if (isPort() && (produced != null || consumed != null)) {
      explainPort(produced, consumed);
    } else if (consumed != null) {
      explainStage(produced, consumed);
    } else if (produced != null) {
      explainSource(produced);
    } else {
      explainWithoutChannel();
    }
  }

  private Optional<String> annotationOfChannel() {
    if (unreadable.produced() != null) {
      return Optional.of("@Producer");
    }
    return unreadable.consumed() != null ? Optional.of("@Consumer") : Optional.empty();
  }

  private void explainRequest(Endpoint produced, Site asks) {
    Optional<String> other =
        Stream.of(
                Optional.of("@Producer").filter(name -> !produced.site().equals(asks)),
                Optional.of("@Consumer").filter(name -> unreadable.consumed() != null),
                Optional.of("@Select").filter(name -> unreadable.selects() != null),
                Optional.of("@Close").filter(name -> !unreadable.closings().isEmpty()))
            .flatMap(Optional::stream)
            .findFirst();
    if (other.isPresent()) {
      inspection.report(MIXED_ANNOTATIONS, site, method, "@Request", other.get());
    } else if (unreadable.host() != null) {
      reportPortIn(unreadable.host());
    } else if (!method.isAbstract()) {
      inspection.report(REQUEST_WITH_BODY, site, method, produced.channel());
    } else if (parameters.isEmpty()) {
      inspection.report(REQUEST_SHAPE, site, method);
    } else {
      boolean timed = isDuration(parameters.get(parameters.size() - 1));
      inspection.report(TWO_PAYLOADS, site, method, parameters.size() - (timed ? 1 : 0));
    }
  }

  private void explainSelect(Optional<String> other) {
    boolean mixed = !isPort() ? unreadable.consumed() != null : other.isPresent();
    if (mixed || !unreadable.closings().isEmpty()) {
      String second = unreadable.consumed() != null ? "@Consumer" : other.orElse("@Close");
      inspection.report(MIXED_ANNOTATIONS, site, method, "@Select", second);
    } else if (unreadable.host() != null && isWrittenAsSelectOfPort()) {
      reportPortIn(unreadable.host());
    } else if (!isPort()) {
      Actors.explain(unreadable, inspection);
    } else if (!parameters.isEmpty()) {
      inspection.report(SELECT_PARAMETERS, site, method);
    } else {
      inspection.report(SELECT_SHAPE, site, method);
    }
  }

  /** Only {@code @Workers}, or {@code @Close} without a name. */
  private void explainWithoutChannel() {
    if (unreadable.workers() != null) {
      inspection.report(WORKERS_ON_PORT, unreadable.workers().site(), method);
    } else {
      inspection.report(CLOSE_SHAPE, site, method);
    }
  }

  /** Whether it would be implemented. In a class of stages an abstract method is one to call. */
  private boolean isPort() {
    return method.isAbstract() && unreadable.host() == null;
  }

  private void reportPortIn(StageClass host) {
    inspection.report(
        PORT_IN_STAGES, site, method, host.element(), inspection.topology().element());
  }

  /** Whether a method that is no stage of its class would be a port in the topology. */
  private boolean isWrittenAsPort(@Nullable Endpoint produced, @Nullable Endpoint consumed) {
    if (!method.isAbstract() || hasEnd() || (produced == null) == (consumed == null)) {
      return false;
    }
    TypeMirror result = method.result();
    return produced == null
        ? parameters.isEmpty() || Carriers.isReceived(result)
        : returnsVoid() || result.getKind() == TypeKind.BOOLEAN || Carriers.isSender(result);
  }

  /** Whether it takes no event, or several handlers of them. */
  private boolean isWrittenAsSelectOfPort() {
    long values = parameters.stream().filter(type -> !isDuration(type)).count();
    return method.isAbstract() && !hasEnd() && values - unreadable.parameters().size() != 1;
  }

  private boolean hasEnd() {
    return parameters.stream().anyMatch(Carriers::isEnd);
  }

  private void explainPort(@Nullable Endpoint produced, @Nullable Endpoint consumed) {
    if (produced != null && consumed != null) {
      inspection.report(BOTH_ON_ABSTRACT, site, method, consumed.channel(), produced.channel());
    } else if (produced == null) {
      explainConsumer();
    } else if (Carriers.isSender(method.result())) {
      explainSendEnd();
    } else if (!returnsVoid() && method.result().getKind() != TypeKind.BOOLEAN) {
      inspection.report(
          PRODUCER_SHAPE, site, method, method.result(), payload(), produced.channel());
    } else if (parameters.size() == 2 && isDuration(parameters.get(1))) {
      inspection.report(TIMED_RESULT_OF_SENDER, site, method);
    } else {
      inspection.report(TWO_PAYLOADS, site, method, parameters.size());
    }
  }

  private void explainConsumer() {
    if (parameters.isEmpty()) {
      explainLowerBound((DeclaredType) method.result());
    } else if (parameters.size() == 1 && isDuration(parameters.get(0))) {
      inspection.report(TIMED_RESULT, site, method, method.result(), received());
    } else {
      inspection.report(CONSUMER_SHAPE, site, method);
    }
  }

  /** Without parameters, every other result would have been read. */
  private void explainLowerBound(DeclaredType end) {
    WildcardType wildcard = (WildcardType) end.getTypeArguments().get(0);
    inspection.report(
        CONSUMER_OF_ANYTHING,
        site,
        method,
        end,
        end.asElement().getSimpleName(),
        Objects.requireNonNull(wildcard.getSuperBound()));
  }

  private void explainSendEnd() {
    if (parameters.isEmpty()) {
      inspection.report(SENDER_OF_NOTHING, site, method, method.result());
    } else {
      inspection.report(SENDER_WITH_PARAMETERS, site, method);
    }
  }

  private Object payload() {
    return parameters.isEmpty() ? "T" : Carriers.carried(parameters.get(0), inspection);
  }

  /** What stands between the brackets of the {@code Received} to return instead. */
  private Object received() {
    if (returnsVoid()) {
      return "Signal";
    }
    return method.result() instanceof DeclaredType declared
            && (Carriers.isOptional(declared) || Carriers.isReceiver(declared))
            && declared.getTypeArguments().size() == 1
        ? declared.getTypeArguments().get(0)
        : inspection.boxed(method.result());
  }

  private static boolean isDuration(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(Duration.class.getName());
  }

  private void explainSource(Endpoint produced) {
    if (parameters.isEmpty()) {
      if (returnsVoid()) {
        inspection.report(NOTHING_TO_SEND, site, method, produced.channel());
      } else {
        inspection.report(
            ENDLESS_SOURCE, site, method, Carriers.carried(method.result(), inspection));
      }
    } else if (parameters.size() > 1 && hasOnlyEnds()) {
      explainUnbound();
    } else if (parameters.size() > 1
        || (unreadable.host() != null && !Carriers.isSender(parameters.get(0)))) {
      inspection.report(SOURCE_SHAPE, site, method);
    } else if (Carriers.isSender(parameters.get(0)) && returnsVoid()) {
      inspection.report(SOURCE_SHAPE, site, method);
    } else if (Carriers.isSender(parameters.get(0))) {
      inspection.report(SOURCE_RESULT, site, method, method.result());
    } else {
      inspection.report(
          PORT_WITH_BODY, site, method, produced.channel(), inspection.boxed(parameters.get(0)));
    }
  }

  private void explainStage(@Nullable Endpoint produced, Endpoint consumed) {
    boolean takesOne = parameters.size() == 1 && !Carriers.isEnd(parameters.get(0));
    boolean takesAll = parameters.size() == 1 && Carriers.isReceiver(parameters.get(0));
    if (inspection.topology().carriesRequests(consumed.channel())) {
      inspection.report(SERVER_SHAPE, site, method, consumed.channel());
    } else if (parameters.size() > 1 && hasOnlyEnds()) {
      explainUnbound();
    } else if (produced == null && !returnsVoid() && takesOne) {
      if (!Requests.mayBeMeant(consumed.channel(), inspection.topology())) {
        inspection.report(REPLY_DROPPED, site, method, method.result(), consumed.channel());
      }
    } else if (produced == null && !returnsVoid() && takesAll) {
      inspection.report(RESULT_DROPPED, site, method, method.result());
    } else if (produced != null && returnsVoid() && (takesOne || takesAll)) {
      inspection.report(NOTHING_TO_SEND, site, method, produced.channel());
    } else {
      inspection.report(STAGE_SHAPE, site, method, consumed.channel());
    }
  }

  private boolean hasOnlyEnds() {
    return parameters.stream().allMatch(Carriers::isEnd);
  }

  /** Several ends, and annotations of the method that say nothing about which is which. */
  private void explainUnbound() {
    List<Boolean> senders = parameters.stream().map(Carriers::isSender).toList();
    for (boolean sends : List.of(false, true)) {
      if (Collections.frequency(senders, sends) > 1) {
        VariableElement last = method.element().getParameters().get(senders.lastIndexOf(sends));
        Processes.reportUnbound(unreadable, sends, Site.of(last), inspection);
        return;
      }
    }
    inspection.report(UNBOUND_PAIR, site, method);
  }

  private boolean returnsVoid() {
    return method.result().getKind() == TypeKind.VOID;
  }
}
