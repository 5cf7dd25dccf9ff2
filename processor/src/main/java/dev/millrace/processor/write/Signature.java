package dev.millrace.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.millrace.processor.model.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/** The beginning of a method that implements one of the user's. */
final class Signature {

  private final MethodSpec.Builder builder;
  private final List<String> parameters;

  private Signature(MethodSpec.Builder builder, List<String> parameters) {
    this.builder = builder;
    this.parameters = parameters;
  }

  /**
   * Repeats name, parameters and result, but none of the exceptions.
   *
   * @param locals gives the names of the parameters
   */
  static Signature of(Method method, NameAllocator locals) {
    List<? extends TypeMirror> types = method.type().getParameterTypes();
    return of(method, locals, index -> Names.forValue(types.get(index)));
  }

  /**
   * Repeats name, parameters and result, but none of the exceptions.
   *
   * @param locals makes the names of the parameters free ones
   * @param wanted what to call the parameter of that index
   */
  static Signature of(Method method, NameAllocator locals, IntFunction<String> wanted) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeName.get(method.result()));
    for (TypeParameterElement variable : method.element().getTypeParameters()) {
      builder.addTypeVariable(TypeVariableName.get(variable));
    }
    List<String> names = new ArrayList<>();
    for (TypeMirror type : method.type().getParameterTypes()) {
      String name = locals.newName(wanted.apply(names.size()));
      names.add(name);
      builder.addParameter(TypeName.get(type), name);
    }
    builder.varargs(method.element().isVarArgs());
    return new Signature(builder, names);
  }

  /** The method, to be completed. */
  MethodSpec.Builder builder() {
    return builder;
  }

  /** The name of the first parameter. */
  String parameter() {
    return parameters.get(0);
  }

  /** The name of the parameter of that index. */
  String parameter(int index) {
    return parameters.get(index);
  }

  /** The name of the last parameter. */
  String lastParameter() {
    return parameters.get(parameters.size() - 1);
  }

  boolean hasParameter() {
    return !parameters.isEmpty();
  }
}
