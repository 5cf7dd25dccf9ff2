package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The methods of {@code RunningTopology}, which every generated class has. */
final class RunningMethods {

  private static final TypeName DISCARDED =
      ParameterizedTypeName.get(
          ClassName.get(Map.class), ClassName.get(String.class), ClassName.get(Long.class));

  private RunningMethods() {}

  /** Methods that pass the call on to a field. */
  static List<MethodSpec> delegating(String field) {
    return methods(
        method -> CodeBlock.of("$N.$L();\n", field, method),
        method -> CodeBlock.of("return $N.$L();\n", field, method));
  }

  /** Methods with one and the same body, which does not return. */
  static List<MethodSpec> allWith(CodeBlock body) {
    return methods(method -> body, method -> body);
  }

  private static List<MethodSpec> methods(
      Function<String, CodeBlock> action, Function<String, CodeBlock> question) {
    return List.of(
        method("stop").addCode(action.apply("stop")).build(),
        method("join")
            .addException(InterruptedException.class)
            .addCode(action.apply("join"))
            .build(),
        method("close").addCode(action.apply("close")).build(),
        method("cancel").addCode(action.apply("cancel")).build(),
        method("discarded").returns(DISCARDED).addCode(question.apply("discarded")).build(),
        method("snapshot")
            .returns(RuntimeTypes.TOPOLOGY_SNAPSHOT)
            .addCode(question.apply("snapshot"))
            .build());
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
