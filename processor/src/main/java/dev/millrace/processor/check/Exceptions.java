package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.CANNOT_THROW;
import static dev.millrace.processor.report.Problem.NEVER_WAITS;

import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Whether ports declare only exceptions that they can throw. */
final class Exceptions {

  private Exceptions() {}

  static void check(Inspection inspection) {
    for (Port port : inspection.topology().ports()) {
      for (TypeMirror thrown : port.method().thrown()) {
        Site site = Site.of(port.method().element());
        if (is(thrown, InterruptedException.class, inspection)) {
          if (!waits(port)) {
            inspection.report(NEVER_WAITS, site, port.method());
          }
        } else if (isChecked(thrown, inspection)) {
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
      case Port.Receive receive -> "receiving";
      case Port.ReceiveOptional receive -> "receiving";
      case Port.Poll poll -> "receiving";
      case Port.TimedPoll poll -> "receiving";
      case Port.ReceiveEnd end -> "handing out a receiver";
      case Port.Close close -> "closing";
      case Port.SelectOne select -> "selecting";
    };
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
