package dev.millrace.processor.check;

import static dev.millrace.processor.report.StrayProblem.BROADCAST_OF_NOTHING;
import static dev.millrace.processor.report.StrayProblem.STAGES_OF_NO_CLASS;
import static dev.millrace.processor.report.StrayProblem.STRAY_ARM;
import static dev.millrace.processor.report.StrayProblem.STRAY_ARM_OF_EVENT;
import static dev.millrace.processor.report.StrayProblem.STRAY_BROADCAST;
import static dev.millrace.processor.report.StrayProblem.STRAY_BUFFER;
import static dev.millrace.processor.report.StrayProblem.STRAY_CASE;
import static dev.millrace.processor.report.StrayProblem.STRAY_WHEN;
import static dev.millrace.processor.report.StrayProblem.SUPPRESSED_ERROR;
import static dev.millrace.processor.report.StrayProblem.UNKNOWN_CODE;
import static dev.millrace.processor.report.StrayProblem.UNKNOWN_CODE_TYPO;

import dev.millrace.processor.model.Stray;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Severity;
import dev.millrace.processor.report.Wording;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Whether everything that annotations say is said where it means something. */
final class Strays {

  private Strays() {}

  static void check(Inspection inspection) {
    for (Stray stray : inspection.topology().strays()) {
      switch (stray) {
        case Stray.OfParameter of ->
            inspection.report(
                STRAY_CASE,
                of.site(),
                of.parameter(),
                Objects.requireNonNull(of.parameter().getEnclosingElement()));
        case Stray.When when -> inspection.report(STRAY_WHEN, when.site(), when.site().element());
        case Stray.OfType of -> inspection.report(STRAY_ARM, of.site(), of.type(), of.annotation());
        case Stray.OfEvent of ->
            inspection.report(STRAY_ARM_OF_EVENT, of.site(), of.type(), of.annotation());
        case Stray.OfBuffer of ->
            inspection.report(
                STRAY_BUFFER,
                of.site(),
                of.buffer().channel(),
                of.type(),
                inspection.topology().element());
        case Stray.OfBroadcast of ->
            inspection.report(
                STRAY_BROADCAST,
                of.site(),
                of.broadcast().channel(),
                of.type(),
                inspection.topology().element());
        case Stray.OfNoBroadcast of -> inspection.report(BROADCAST_OF_NOTHING, of.site());
        case Stray.OfStages of -> inspection.report(STAGES_OF_NO_CLASS, of.site(), of.type());
        case Stray.OfSuppression of -> check(of, inspection);
      }
    }
  }

  private static void check(Stray.OfSuppression suppression, Inspection inspection) {
    Set<String> warnings = new TreeSet<>();
    Set<String> errors = new TreeSet<>();
    for (Problem problem : Problem.all()) {
      Wording wording = problem.wording();
      (wording.severity() == Severity.WARNING ? warnings : errors).add(wording.code());
    }
    String code = suppression.code();
    if (warnings.contains(code)) {
      return;
    }
    if (errors.contains(code)) {
      inspection.report(SUPPRESSED_ERROR, suppression.site(), code);
      return;
    }
    inspection.reportUnknown(code, suppression.site(), warnings, UNKNOWN_CODE_TYPO, UNKNOWN_CODE);
  }
}
