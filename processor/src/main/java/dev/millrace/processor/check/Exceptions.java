package dev.millrace.processor.check;

import static dev.millrace.processor.report.ShapeProblem.CANNOT_THROW;
import static dev.millrace.processor.report.ShapeProblem.NEVER_WAITS;

import dev.millrace.processor.model.Handler;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Whether ports declare only exceptions that they can throw. */
final class Exceptions {

  private Exceptions() {}

  static void check(Inspection inspection) {
    for (Port port : inspection.topology().ports()) {
      if (port instanceof Port.Ask ask) {
        ServerExceptions.check(ask, inspection);
        continue;
      }
      for (TypeMirror thrown : port.method().thrown()) {
        Site site = Site.of(port.method().element());
        if (is(thrown, InterruptedException.class, inspection)) {
          if (!waits(port) && !isThrownByHandler(port, thrown, inspection)) {
            inspection.report(NEVER_WAITS, site, port.method());
          }
        } else if (isChecked(thrown, inspection) && !isThrownByHandler(port, thrown, inspection)) {
          inspection.report(CANNOT_THROW, site, port.method(), thrown, actionOf(port));
        }
      }
    }
  }

  private static String actionOf(Port port) {
    return switch (port) {
      case Port.Send send -> "sending";
      case Port.TrySend trySend -> "sending";
      case Port.TimedSend timedSend -> "sending";
      case Port.SendEnd end -> "handing out a sender";
      case Port.Ask ask -> "asking";
      case Port.Receive receive -> "receiving";
      case Port.ReceiveOptional receive -> "receiving";
      case Port.Poll poll -> "receiving";
      case Port.TimedPoll poll -> "receiving";
      case Port.ReceiveEnd end -> "handing out a receiver";
      case Port.Close close -> "closing";
      case Port.SelectOne select -> "selecting";
    };
  }

  /** Whether one of a select's handlers may throw it, or something of that kind. */
  private static boolean isThrownByHandler(Port port, TypeMirror declared, Inspection inspection) {
    return port instanceof Port.SelectOne one
        && one.select().handlers().stream()
            .map(Handler::function)
            .filter(Objects::nonNull)
            .flatMap(function -> function.type().getThrownTypes().stream())
            .anyMatch(thrown -> inspection.types().isSubtype(thrown, declared));
  }

  static boolean isInterruption(TypeMirror thrown, Inspection inspection) {
    return isKindOf(thrown, InterruptedException.class, inspection);
  }

  private static boolean waits(Port port) {
    return switch (port) {
      case Port.TrySend trySend -> false;
      case Port.SendEnd end -> false;
      case Port.Poll poll -> false;
      case Port.ReceiveEnd end -> false;
      case Port.Close close -> false;
      case Port.SelectOne select -> select.select().waits();
      default -> true;
    };
  }

  static boolean isChecked(TypeMirror thrown, Inspection inspection) {
    return !isKindOf(thrown, RuntimeException.class, inspection)
        && !isKindOf(thrown, Error.class, inspection);
  }

  private static boolean is(TypeMirror type, Class<?> expected, Inspection inspection) {
    return inspection.types().isSameType(type, named(expected, inspection));
  }

  private static boolean isKindOf(TypeMirror type, Class<?> expected, Inspection inspection) {
    return inspection.types().isSubtype(type, named(expected, inspection));
  }

  private static TypeMirror named(Class<?> type, Inspection inspection) {
    TypeElement element = inspection.elements().getTypeElement(type.getCanonicalName());
    return element.asType();
  }
}
