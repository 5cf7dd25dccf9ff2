package dev.millrace.processor.check;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Whether two methods would override each other if they met in one class. */
final class Signatures {

  private Signatures() {}

  static boolean haveSame(ExecutableElement one, ExecutableElement other, Inspection inspection) {
    return one.getSimpleName().contentEquals(other.getSimpleName())
        && areSame(parametersOf(one), parametersOf(other), inspection);
  }

  /** Whether two lists of parameters are the same to the virtual machine. */
  static boolean areSame(
      List<? extends TypeMirror> ones, List<? extends TypeMirror> others, Inspection inspection) {
    if (ones.size() != others.size()) {
      return false;
    }
    var types = inspection.types();
    for (int index = 0; index < ones.size(); index++) {
      if (!types.isSameType(types.erasure(ones.get(index)), types.erasure(others.get(index)))) {
        return false;
      }
    }
    return true;
  }

  private static List<TypeMirror> parametersOf(ExecutableElement method) {
    return method.getParameters().stream().map(VariableElement::asType).toList();
  }
}
