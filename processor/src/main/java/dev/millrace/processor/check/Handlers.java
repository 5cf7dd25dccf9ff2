package dev.millrace.processor.check;

import static dev.millrace.processor.report.SelectProblem.HANDLER_SHAPE;
import static dev.millrace.processor.report.SelectProblem.HANDLER_THROWS;
import static dev.millrace.processor.report.SelectProblem.HANDLER_WITHOUT_VALUE;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Site;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether the parameters of a select method can be called with what comes. */
final class Handlers {

  private Handlers() {}

  static void check(Arm.OfHandler arm, Select select, Inspection inspection) {
    Site site = Site.of(arm.declaration());
    Method function = arm.handler().function();
    int most = arm instanceof Arm.Taking ? 1 : 0;
    if (function == null
        || function.result().getKind() != TypeKind.VOID
        || function.type().getParameterTypes().size() > most) {
      if (arm instanceof Arm.Handled handled && !isSignal(handled.channel(), inspection)) {
        inspection.report(
            HANDLER_SHAPE, site, arm.declaration(), typeOf(handled.channel(), inspection));
      } else {
        inspection.report(HANDLER_WITHOUT_VALUE, site, arm.declaration());
      }
      return;
    }
    for (TypeMirror thrown : function.type().getThrownTypes()) {
      if (Exceptions.isChecked(thrown, inspection)
          && !Exceptions.isInterruption(thrown, inspection)
          && !declares(select.method(), thrown, inspection)) {
        inspection.report(HANDLER_THROWS, site, arm.declaration(), thrown, select.method().name());
      }
    }
  }

  static boolean declares(Method method, TypeMirror thrown, Inspection inspection) {
    return method.type().getThrownTypes().stream()
        .anyMatch(declared -> inspection.types().isSubtype(thrown, declared));
  }

  private static List<Endpoint> puts(String channel, Inspection inspection) {
    return inspection.topology().channels().stream()
        .filter(candidate -> candidate.name().equals(channel))
        .flatMap(candidate -> candidate.puts().stream())
        .toList();
  }

  private static boolean isSignal(String channel, Inspection inspection) {
    return puts(channel, inspection).stream()
        .anyMatch(put -> put.payload() instanceof Payload.Signal);
  }

  private static Object typeOf(String channel, Inspection inspection) {
    return puts(channel, inspection).stream()
        .flatMap(
            put ->
                put.payload() instanceof Payload.Value value
                    ? List.of(value.type()).stream()
                    : List.<TypeMirror>of().stream())
        .<Object>map(type -> type)
        .findFirst()
        .orElse("T");
  }
}
