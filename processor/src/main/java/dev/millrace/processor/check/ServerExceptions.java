package dev.millrace.processor.check;

import static dev.millrace.processor.report.RequestProblem.SERVER_THROWS;
import static dev.millrace.processor.report.RequestProblem.TIMEOUT_UNDECLARED;
import static dev.millrace.processor.report.ShapeProblem.CANNOT_THROW;

import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.lang.model.type.TypeMirror;

/** Whether a request declares what its server throws, and nothing that it does not. */
final class ServerExceptions {

  private final Port.Ask ask;
  private final Site site;
  private final List<? extends TypeMirror> declared;
  private final Inspection inspection;
  private final TypeMirror timeOut;

  private ServerExceptions(Port.Ask ask, Inspection inspection) {
    this.ask = ask;
    this.site = Site.of(ask.method().element());
    this.declared = ask.method().thrown();
    this.inspection = inspection;
    this.timeOut =
        inspection.elements().getTypeElement(TimeoutException.class.getCanonicalName()).asType();
  }

  static void check(Port.Ask ask, Inspection inspection) {
    ServerExceptions exceptions = new ServerExceptions(ask, inspection);
    exceptions.checkTimeOut();
    inspection.topology().servers(ask.output().channel()).stream()
        .findFirst()
        .ifPresent(exceptions::check);
  }

  private void checkTimeOut() {
    if (ask.timed() && !declares(timeOut)) {
      inspection.report(TIMEOUT_UNDECLARED, site, ask.method());
    }
  }

  private void check(Stage.Server server) {
    List<? extends TypeMirror> thrown = server.method().thrown();
    for (TypeMirror one : thrown) {
      if (Exceptions.isChecked(one, inspection)
          && !Exceptions.isInterruption(one, inspection)
          && !declares(one)) {
        inspection.report(SERVER_THROWS, site, server.method(), one, ask.method());
      }
    }
    for (TypeMirror one : declared) {
      if (Exceptions.isChecked(one, inspection)
          && !Exceptions.isInterruption(one, inspection)
          && !(ask.timed() && isSubtype(timeOut, one))
          && thrown.stream().noneMatch(other -> isSubtype(other, one) || isSubtype(one, other))) {
        inspection.report(CANNOT_THROW, site, ask.method(), one, server.method());
      }
    }
  }

  private boolean declares(TypeMirror thrown) {
    return declared.stream().anyMatch(wider -> isSubtype(thrown, wider));
  }

  private boolean isSubtype(TypeMirror narrow, TypeMirror wide) {
    return inspection.types().isSubtype(narrow, wide);
  }
}
