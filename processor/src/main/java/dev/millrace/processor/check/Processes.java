package dev.millrace.processor.check;

import static dev.millrace.processor.report.EndProblem.DUPLICATE_END;
import static dev.millrace.processor.report.EndProblem.END_OF_ANYTHING;
import static dev.millrace.processor.report.EndProblem.END_OF_NOTHING;
import static dev.millrace.processor.report.EndProblem.MIXED_ON_PARAMETER;
import static dev.millrace.processor.report.EndProblem.MIXED_WITH_PARAMETER;
import static dev.millrace.processor.report.EndProblem.OTHER_END;
import static dev.millrace.processor.report.EndProblem.PARAMETER_OF_PORT;
import static dev.millrace.processor.report.EndProblem.PARAMETER_SHAPE;
import static dev.millrace.processor.report.EndProblem.PROCESS_RESULT;
import static dev.millrace.processor.report.EndProblem.UNBOUND;
import static dev.millrace.processor.report.EndProblem.UNBOUND_VALUE;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.model.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether each parameter that names a channel is one end of it, and no other is the same. */
final class Processes {

  private static final List<String> COUNTS =
      List.of("no", "one", "two", "three", "four", "five", "six");

  private final Inspection inspection;
  private final Unreadable unreadable;
  private final Method method;

  private Processes(Inspection inspection, Unreadable unreadable) {
    this.inspection = inspection;
    this.unreadable = unreadable;
    this.method = unreadable.method();
  }

  static void check(Inspection inspection) {
    for (Stage stage : inspection.topology().stages()) {
      checkDuplicates(stage, inspection);
    }
  }

  private static void checkDuplicates(Stage stage, Inspection inspection) {
    Map<String, Element> receivers = new HashMap<>();
    Map<String, Element> senders = new HashMap<>();
    for (Stage.Parameter parameter : stage.parameters()) {
      Endpoint end = parameter.end();
      Element element = end.site().element();
      Element first = (parameter.sends() ? senders : receivers).putIfAbsent(end.channel(), element);
      if (first != null) {
        inspection.report(
            DUPLICATE_END,
            end.site(),
            first,
            element,
            stage.method(),
            parameter.sends() ? "send end" : "receive end",
            end.channel());
      }
    }
  }

  /** Whether some method takes an end of a channel that nobody knows. */
  static boolean haveUnbound(boolean sends, Topology topology) {
    return topology.unreadable().stream()
        .filter(Processes::isRun)
        .anyMatch(unreadable -> ends(unreadable, sends) > annotations(unreadable, sends));
  }

  /** Says why a method with annotated parameters is no process. */
  static void explain(Unreadable unreadable, Inspection inspection) {
    new Processes(inspection, unreadable).explain();
  }

  private void explain() {
    Site site = unreadable.site();
    String ofMethod = annotationOfMethod();
    if (ofMethod != null) {
      inspection.report(MIXED_WITH_PARAMETER, site, method, ofMethod);
    } else if (!isRun(unreadable)) {
      inspection.report(PARAMETER_OF_PORT, site, method);
    } else {
      List<? extends VariableElement> parameters = method.element().getParameters();
      for (int index = 0; index < parameters.size(); index++) {
        explain(parameters.get(index), method.type().getParameterTypes().get(index));
      }
      if (method.result().getKind() != TypeKind.VOID) {
        inspection.report(
            PROCESS_RESULT, site, method, method.result(), inspection.boxed(method.result()));
      }
    }
  }

  private @Nullable String annotationOfMethod() {
    if (unreadable.produced() != null) {
      return "@Producer";
    }
    if (unreadable.consumed() != null) {
      return "@Consumer";
    }
    return unreadable.closings().isEmpty() ? null : "@Close";
  }

  private void explain(VariableElement parameter, TypeMirror type) {
    Site site = Site.of(parameter);
    List<Stage.Parameter> said =
        unreadable.parameters().stream()
            .filter(one -> one.end().site().element().equals(parameter))
            .toList();
    if (said.size() > 1) {
      inspection.report(MIXED_ON_PARAMETER, site, parameter, method);
    } else if (said.isEmpty() && Carriers.isEnd(type)) {
      reportUnbound(unreadable, Carriers.isSender(type), site, inspection);
    } else if (said.isEmpty()) {
      inspection.report(UNBOUND_VALUE, site, parameter, method);
    } else {
      explain(said.get(0), parameter, type, site);
    }
  }

  private void explain(
      Stage.Parameter said, VariableElement parameter, TypeMirror type, Site site) {
    String wanted = said.sends() ? "Sender" : "Receiver";
    if (!Carriers.isEnd(type)) {
      inspection.report(PARAMETER_SHAPE, site, parameter, method, wanted, inspection.boxed(type));
    } else if (Carriers.isSender(type) != said.sends()) {
      inspection.report(
          OTHER_END,
          site,
          parameter,
          said.sends() ? "sends to" : "receives from",
          said.end().channel(),
          type,
          wanted,
          said.sends() ? "@Consumer" : "@Producer");
    } else {
      Optional<TypeMirror> bound =
          said.sends() ? Carriers.upperBound(type) : Carriers.lowerBound(type);
      bound.ifPresent(
          limit ->
              inspection.report(
                  said.sends() ? END_OF_NOTHING : END_OF_ANYTHING, site, type, limit));
    }
  }

  /**
   * Reports that a method takes more ends of one kind than it names channels for.
   *
   * @param site the parameter that has no channel
   */
  static void reportUnbound(
      Unreadable unreadable, boolean sends, Site site, Inspection inspection) {
    long ends = ends(unreadable, sends);
    inspection.report(
        UNBOUND,
        site,
        unreadable.method().name(),
        count(ends)
            + (sends ? " Sender" : " Receiver")
            + (ends == 1 ? " parameter" : " parameters"),
        count(annotations(unreadable, sends)),
        sends ? "@Producer" : "@Consumer");
  }

  private static long ends(Unreadable unreadable, boolean sends) {
    return unreadable.method().type().getParameterTypes().stream()
        .filter(type -> sends ? Carriers.isSender(type) : Carriers.isReceiver(type))
        .count();
  }

  private static long annotations(Unreadable unreadable, boolean sends) {
    Endpoint ofMethod = sends ? unreadable.produced() : unreadable.consumed();
    return (ofMethod == null ? 0 : 1)
        + unreadable.parameters().stream().filter(one -> one.sends() == sends).count();
  }

  private static String count(long number) {
    return number < COUNTS.size() ? COUNTS.get((int) number) : String.valueOf(number);
  }

  private static boolean isRun(Unreadable unreadable) {
    return unreadable.host() != null || !unreadable.method().isAbstract();
  }
}
