package dev.millrace.processor.report;

import dev.millrace.processor.model.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Tells the compiler what is wrong with one topology, each fault once. */
public final class Problems {

  private static final String SUPPRESS_WARNINGS = SuppressWarnings.class.getName();

  private final Messager messager;
  private final CompilerDifferences compiler;
  private final TypeElement topology;
  private final Set<Reported> reported = new HashSet<>();
  private boolean errors;
  private boolean roomForClass = true;

  private record Reported(Element element, String message) {}

  /** A collector for one topology. */
  public Problems(ProcessingEnvironment environment, TypeElement topology) {
    this.messager = environment.getMessager();
    this.compiler = new CompilerDifferences(environment);
    this.topology = topology;
  }

  /**
   * Reports one problem at the place where it was written, or at the topology if that place is in
   * another file. A warning is not reported where it is suppressed, nor is anything reported twice.
   *
   * @param details what the holes of the text stand for, in the order in which their names first
   *     appear: methods and types are spelt briefly, lists one by one, everything else by {@code
   *     String.valueOf}
   * @throws IllegalArgumentException if there are more or fewer details than holes
   */
  public void report(Problem problem, Site site, Object... details) {
    Wording wording = problem.wording();
    String message = wording.filled(Spelling.of(details));
    if (wording.severity() == Severity.WARNING && isSuppressed(wording, site.element())) {
      return;
    }
    if (!reported.add(new Reported(site.element(), message))) {
      return;
    }
    errors |= wording.severity() == Severity.ERROR;
    roomForClass &= problem.leavesRoomForClass();
    Element shown = shownFor(site.element());
    if (shown.equals(site.element())) {
      messager.printMessage(
          wording.severity().kind(), message, shown, site.annotation(), site.value());
    } else {
      messager.printMessage(
          wording.severity().kind(),
          "[" + Spelling.withOwner(site.element()) + "] " + message,
          shown);
    }
  }

  /** Reports a problem that no source has, once per call: nothing can suppress it. */
  public static void reportOfCompilation(
      ProcessingEnvironment environment, Problem problem, Object... details) {
    Wording wording = problem.wording();
    environment
        .getMessager()
        .printMessage(wording.severity().kind(), wording.filled(Spelling.of(details)));
  }

  /** Whether the compiler looks at the source of the element, and reports what is wrong there. */
  public boolean isInSource(Element element) {
    return compiler.isInSource(element);
  }

  /** Whether the element is known to come from a class file, where nothing can be mended. */
  public boolean isInClassFile(Element element) {
    return compiler.isInClassFile(element);
  }

  /** Whether an error was reported. */
  public boolean hasErrors() {
    return errors;
  }

  /** Whether at least a stand-in could be compiled under the name of the class to generate. */
  public boolean leaveRoomForClass() {
    return roomForClass;
  }

  /** The element itself, or the nearest around it that the compiler can point at. */
  private Element shownFor(Element element) {
    if (!compiler.inSameSource(element, topology)) {
      return topology;
    }
    Element shown = element;
    while (shown != null && !compiler.knowsPositionOf(shown)) {
      shown = shown.getEnclosingElement();
    }
    // Of a method's enclosing elements only types are worth pointing at, not its package.
    return shown != null && (shown instanceof TypeElement || shown.equals(element))
        ? shown
        : topology;
  }

  private boolean isSuppressed(Wording wording, Element element) {
    String token = "millrace:" + wording.code();
    for (Element around = element; around != null; around = around.getEnclosingElement()) {
      if (suppresses(around, token)) {
        return true;
      }
    }
    // What a class file says can only be suppressed here: it does not keep @SuppressWarnings.
    return suppresses(topology, token);
  }

  private static boolean suppresses(Element element, String token) {
    return element.getAnnotationMirrors().stream()
        .filter(Problems::isSuppressWarnings)
        .flatMap(mirror -> mirror.getElementValues().values().stream())
        .anyMatch(value -> mentions(value, token));
  }

  private static boolean isSuppressWarnings(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(SUPPRESS_WARNINGS);
  }

  /** A single string is an array of one to javac, but stays a string in some versions of ECJ. */
  private static boolean mentions(AnnotationValue value, String token) {
    return value.getValue() instanceof List<?> many
        ? many.stream().anyMatch(one -> mentions((AnnotationValue) one, token))
        : token.equals(value.getValue());
  }
}
