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
import dev.millrace.processor.report.Problem;
import java.time.Duration;
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
    if (guard.namesakes().isEmpty()) {
      reportUnknown(guard, arm.declaration(), UNKNOWN_GUARD_TYPO, UNKNOWN_GUARD);
      return;
    }
    Method method = guard.namesakes().get(0);
    if (method.result().getKind() != TypeKind.BOOLEAN || !canBeAsked(method)) {
      inspection.report(GUARD_SHAPE, guard.site(), method, arm.declaration());
    }
  }

  private void checkAfter(NamedMethod after, Arm arm, Select select, boolean ofStage) {
    if (!ofStage) {
      inspection.report(AFTER_OF_PORT, after.site(), arm.declaration(), select.method());
      return;
    }
    if (after.namesakes().isEmpty()) {
      reportUnknown(after, select.method(), UNKNOWN_AFTER_TYPO, UNKNOWN_AFTER);
      return;
    }
    Method method = after.namesakes().get(0);
    if (!Carriers.is(method.result(), Duration.class.getName()) || !canBeAsked(method)) {
      inspection.report(AFTER_SHAPE, after.site(), method, select.method());
    }
  }

  /** Reports a method that its type does not have: for what it was wanted, or which was meant. */
  private void reportUnknown(NamedMethod named, Object wanted, Problem typo, Problem unknown) {
    Element owner = named.owner().asElement();
    DidYouMean.nearest(named.name(), named.known())
        .ifPresentOrElse(
            meant -> inspection.report(typo, named.site(), owner, named.name(), meant),
            () -> inspection.report(unknown, named.site(), owner, named.name(), wanted));
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
