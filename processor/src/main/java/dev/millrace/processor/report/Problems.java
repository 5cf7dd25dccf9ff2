package dev.millrace.processor.report;

import dev.millrace.processor.model.Site;
import java.util.Arrays;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Collects what is wrong with one topology. */
public final class Problems {

  private final Messager messager;
  private boolean errors;

  /** A collector for one topology. */
  public Problems(ProcessingEnvironment environment, TypeElement topology) {
    this.messager = environment.getMessager();
  }

  /** Reports one problem. */
  public void report(Problem problem, Site site, Object... details) {
    errors = true;
    messager.printMessage(Kind.ERROR, problem + " " + Arrays.toString(details), site.element());
  }

  /** Whether an error was reported. */
  public boolean hasErrors() {
    return errors;
  }
}
