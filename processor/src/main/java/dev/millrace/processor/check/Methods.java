package dev.millrace.processor.check;

import static dev.millrace.processor.report.MethodProblem.GENERIC_METHOD;
import static dev.millrace.processor.report.MethodProblem.INHERITED_CONFLICT;
import static dev.millrace.processor.report.MethodProblem.INHERITED_CONFLICT_OF_CHANNELS;
import static dev.millrace.processor.report.MethodProblem.OBJECT_METHOD;
import static dev.millrace.processor.report.MethodProblem.OVERRIDE_LOST;
import static dev.millrace.processor.report.MethodProblem.PRIVATE_METHOD;
import static dev.millrace.processor.report.MethodProblem.STATIC_METHOD;
import static dev.millrace.processor.report.MethodProblem.STATIC_METHOD_OF_CLASS;
import static dev.millrace.processor.report.MethodProblem.UNIMPLEMENTED;
import static dev.millrace.processor.report.MethodProblem.VAR_ARGS;
import static dev.millrace.processor.report.MethodProblem.VAR_ARGS_OF_STAGE;

import dev.millrace.processor.model.Conflict;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What makes a method unfit whatever it sends or receives. */
final class Methods {

  private Methods() {}

  static void check(Inspection inspection) {
    for (Port port : inspection.topology().ports()) {
      reportUnfit(port.method(), inspection);
    }
    for (Stage stage : inspection.topology().stages()) {
      reportUnfit(stage.method(), inspection);
    }
    for (Method method : inspection.topology().unimplemented()) {
      inspection.report(UNIMPLEMENTED, Site.of(method.element()), method);
    }
    for (var conflict : inspection.topology().conflicts()) {
      reportConflict(conflict, inspection);
    }
    for (var lost : inspection.topology().lostOverrides()) {
      inspection.report(
          OVERRIDE_LOST,
          Site.of(lost.method().element()),
          lost.method(),
          ownerOf(lost.stage()),
          lost.annotations());
    }
  }

  private static void reportConflict(Conflict conflict, Inspection inspection) {
    Site site = Site.of(inspection.topology().element());
    if (conflict.keptChannel() != null && conflict.otherChannel() != null) {
      inspection.report(
          INHERITED_CONFLICT_OF_CHANNELS,
          site,
          conflict.kept(),
          ownerOf(conflict.kept()),
          conflict.keptChannel(),
          ownerOf(conflict.other()),
          conflict.otherChannel());
    } else {
      inspection.report(
          INHERITED_CONFLICT,
          site,
          conflict.kept(),
          ownerOf(conflict.kept()),
          ownerOf(conflict.other()));
    }
  }

  /** Reports the first reason why no such method can be a port or a stage; false if none. */
  static boolean reportUnfit(Method method, Inspection inspection) {
    ExecutableElement element = method.element();
    Site site = Site.of(element);
    boolean inInterface = ownerOf(method).getKind() == ElementKind.INTERFACE;
    if (element.getModifiers().contains(Modifier.PRIVATE)) {
      inspection.report(PRIVATE_METHOD, site, method);
    } else if (element.getModifiers().contains(Modifier.STATIC)) {
      inspection.report(inInterface ? STATIC_METHOD : STATIC_METHOD_OF_CLASS, site, method);
    } else if (isMethodOfObject(method, inspection)) {
      inspection.report(OBJECT_METHOD, site, method);
    } else if (!element.getTypeParameters().isEmpty()) {
      inspection.report(
          GENERIC_METHOD,
          site,
          method,
          element.getTypeParameters().get(0).getSimpleName(),
          inInterface ? "the interface" : "the class");
    } else if (element.isVarArgs()) {
      reportVarArgs(method, inspection);
    } else {
      return false;
    }
    return true;
  }

  private static void reportVarArgs(Method method, Inspection inspection) {
    VariableElement last =
        method.element().getParameters().get(method.element().getParameters().size() - 1);
    TypeMirror element = ((ArrayType) last.asType()).getComponentType();
    if (method.isAbstract()) {
      inspection.report(VAR_ARGS, Site.of(last), method, element, inspection.boxed(element));
    } else {
      inspection.report(VAR_ARGS_OF_STAGE, Site.of(last), method, element);
    }
  }

  private static Element ownerOf(Method method) {
    return Objects.requireNonNull(method.element().getEnclosingElement());
  }

  private static boolean isMethodOfObject(Method method, Inspection inspection) {
    return ElementFilter.methodsIn(
            inspection.elements().getTypeElement("java.lang.Object").getEnclosedElements())
        .stream()
        .anyMatch(ofObject -> Signatures.haveSame(method.element(), ofObject, inspection));
  }
}
