package dev.millrace.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.StageClass;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the two factories {@code start}. */
final class FactoryWriter {

  static final String OPTIONS = "options";

  private FactoryWriter() {}

  /**
   * The factories of a topology that works.
   *
   * @param hostName what to call the instance of a stage class
   */
  static List<MethodSpec> write(GeneratedClass generated, Function<StageClass, String> hostName) {
    String made =
        Names.localsBeside(
                Stream.concat(
                    Stream.of(OPTIONS), generated.topology().stageClasses().stream().map(hostName)))
            .newName("topology");
    CodeBlock hosts =
        generated.topology().stageClasses().stream()
            .map(host -> CodeBlock.of(", $N", hostName.apply(host)))
            .collect(CodeBlock.joining(""));
    MethodSpec byDefault =
        head(generated, hostName, false)
            .addStatement("return start($T.defaults()$L)", RuntimeTypes.START_OPTIONS, hosts)
            .build();
    MethodSpec withOptions =
        head(generated, hostName, true)
            .addStatement(
                "$T $N =$Wnew $T$L($N$L)",
                generated.type(),
                made,
                Names.generatedClass(generated.topology()),
                generated.typeVariables().isEmpty() ? "" : "<>",
                OPTIONS,
                hosts)
            .addStatement("$N.$N.start()", made, Names.RUN)
            .addStatement("return $N", made)
            .build();
    return List.of(byDefault, withOptions);
  }

  /** The beginning of a factory, with its javadoc. */
  static MethodSpec.Builder head(
      GeneratedClass generated, Function<StageClass, String> hostName, boolean withOptions) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("start")
            .addModifiers(generated.factoryModifiers())
            .addTypeVariables(generated.typeVariables())
            .returns(generated.type());
    if (withOptions) {
      method
          .addJavadoc("Starts the topology with other sizes than its annotations say.\n\n")
          .addJavadoc(
              "@throws IllegalArgumentException if the options name a channel or a stage that the"
                  + "\n    topology does not have\n")
          .addParameter(RuntimeTypes.START_OPTIONS, OPTIONS);
    } else {
      method.addJavadoc("Starts the topology as its annotations say.\n");
    }
    for (StageClass host : generated.topology().stageClasses()) {
      method.addParameter(TypeName.get(host.type()), hostName.apply(host));
    }
    return method;
  }
}
