package dev.millrace.processor.check;

import static dev.millrace.processor.report.SelectProblem.AFTER_OF_PORT;
import static dev.millrace.processor.report.SelectProblem.AFTER_SHAPE;
import static dev.millrace.processor.report.SelectProblem.GUARD_SHAPE;
import static dev.millrace.processor.report.SelectProblem.UNKNOWN_AFTER;
import static dev.millrace.processor.report.SelectProblem.UNKNOWN_AFTER_TYPO;
import static dev.millrace.processor.report.SelectProblem.UNKNOWN_GUARD;
import static dev.millrace.processor.report.SelectProblem.UNKNOWN_GUARD_TYPO;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.NamedMethod;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.report.DidYouMean;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Whether each {@code when} and each {@code after} names a method that can be asked. */
final class Guards {

  private final Inspection inspection;

  private Guards(Inspection inspection) {
    this.inspection = inspection;
  }

  static void check(Select select, boolean ofStage, Inspection inspection) {
    Guards guards = new Guards(inspection);
    for (Arm.OfChannel arm : select.ofChannels()) {
      if (arm.guard() != null) {
        guards.checkGuard(arm.guard(), arm);
      }
    }
    for (Arm arm : select.arms()) {
      if (arm instanceof Arm.Otherwise otherwise && otherwise.after() != null) {
        guards.checkAfter(otherwise.after(), arm, select, ofStage);
      }
    }
  }

  private void checkGuard(NamedMethod guard, Arm arm) {
    Element owner = guard.owner().asElement();
    if (guard.namesakes().isEmpty()) {
      meant(guard)
          .ifPresentOrElse(
              other ->
                  inspection.report(UNKNOWN_GUARD_TYPO, guard.site(), owner, guard.name(), other),
              () ->
                  inspection.report(
                      UNKNOWN_GUARD, guard.site(), owner, guard.name(), arm.declaration()));
      return;
    }
    Method method = guard.namesakes().get(0);
    if (method.result().getKind() != TypeKind.BOOLEAN || !canBeAsked(method)) {
      inspection.report(GUARD_SHAPE, guard.site(), method, arm.declaration());
    }
  }

  private void checkAfter(NamedMethod after, Arm arm, Select select, boolean ofStage) {
    Element owner = after.owner().asElement();
    if (!ofStage) {
      inspection.report(AFTER_OF_PORT, after.site(), arm.declaration(), select.method());
      return;
    }
    if (after.namesakes().isEmpty()) {
      meant(after)
          .ifPresentOrElse(
              other ->
                  inspection.report(UNKNOWN_AFTER_TYPO, after.site(), owner, after.name(), other),
              () ->
                  inspection.report(
                      UNKNOWN_AFTER, after.site(), owner, after.name(), select.method()));
      return;
    }
    Method method = after.namesakes().get(0);
    if (!Carriers.is(method.result(), Duration.class.getName()) || !canBeAsked(method)) {
      inspection.report(AFTER_SHAPE, after.site(), method, select.method());
    }
  }

  private static Optional<String> meant(NamedMethod named) {
    return DidYouMean.nearest(named.name(), named.known());
  }

  private boolean canBeAsked(Method method) {
    return method.type().getParameterTypes().isEmpty()
        && method.element().getTypeParameters().isEmpty()
        && method.type().getThrownTypes().stream()
            .noneMatch(thrown -> Exceptions.isChecked(thrown, inspection))
        && !method.element().getModifiers().contains(Modifier.STATIC)
        && Visibility.isVisible(method.element(), inspection);
  }
}
