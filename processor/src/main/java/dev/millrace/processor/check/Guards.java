package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.GUARD_SHAPE;
import static dev.millrace.processor.report.Problem.UNKNOWN_GUARD;
import static dev.millrace.processor.report.Problem.UNKNOWN_GUARD_TYPO;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Guard;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.report.DidYouMean;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Whether each {@code when} names a method that can be asked. */
final class Guards {

  private Guards() {}

  static void check(Select select, Inspection inspection) {
    for (Arm.OfChannel arm : select.ofChannels()) {
      if (arm.guard() != null) {
        check(arm.guard(), arm, inspection);
      }
    }
  }

  private static void check(Guard guard, Arm arm, Inspection inspection) {
    if (!guard.namesakes().isEmpty()) {
      Method method = guard.namesakes().get(0);
      if (!canBeAsked(method, inspection)) {
        inspection.report(GUARD_SHAPE, guard.site(), method, arm.declaration());
      }
      return;
    }
    Object owner = guard.owner().asElement();
    DidYouMean.nearest(guard.name(), guard.known())
        .ifPresentOrElse(
            meant ->
                inspection.report(UNKNOWN_GUARD_TYPO, guard.site(), owner, guard.name(), meant),
            () ->
                inspection.report(
                    UNKNOWN_GUARD, guard.site(), owner, guard.name(), arm.declaration()));
  }

  private static boolean canBeAsked(Method method, Inspection inspection) {
    return method.result().getKind() == TypeKind.BOOLEAN
        && method.type().getParameterTypes().isEmpty()
        && method.element().getTypeParameters().isEmpty()
        && method.type().getThrownTypes().stream()
            .noneMatch(thrown -> Exceptions.isChecked(thrown, inspection))
        && !method.element().getModifiers().contains(Modifier.STATIC)
        && Visibility.isVisible(method.element(), inspection);
  }
}
