package dev.millrace.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.model.Unreadable;
import java.util.IdentityHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/**
 * Writes a class with the same public methods for a topology with errors, so that the compiler does
 * not add that it cannot find it wherever it is used. No method returns.
 */
public final class StandInWriter {

  private final Topology topology;
  private final GeneratedClass generated;
  private final String faulty;

  /** A writer for one topology. */
  public StandInWriter(Topology topology, Elements elements) {
    this.topology = topology;
    this.generated = new GeneratedClass(topology, elements);
    this.faulty = Names.besideMethodsOf(topology, elements).newName("didNotCompile");
  }

  /**
   * A class that nobody can instantiate, and which therefore need not have the topology's methods.
   */
  public TypeSpec writeBare() {
    // What start takes is not known either, so it takes anything.
    MethodSpec start =
        MethodSpec.methodBuilder("start")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addTypeVariables(generated.typeVariables())
            .returns(generated.type())
            .addParameter(Object[].class, "anything")
            .varargs()
            .addStatement("throw $L()", faulty)
            .build();
    return head(Modifier.ABSTRACT).addMethod(start).addMethod(faulty()).build();
  }

  /** The whole class. */
  public TypeSpec write() {
    CodeBlock body = CodeBlock.of("throw $L();\n", faulty);
    TypeSpec.Builder type = head(Modifier.FINAL);
    Function<StageClass, String> hostName = hostNames();
    for (boolean withOptions : new boolean[] {false, true}) {
      type.addMethod(FactoryWriter.head(generated, hostName, withOptions).addCode(body).build());
    }
    abstractMethods().forEach(method -> type.addMethod(implementation(method, body)));
    RunningMethods.allWith(body).forEach(type::addMethod);
    return type.addMethod(faulty()).build();
  }

  private TypeSpec.Builder head(Modifier modifier) {
    return generated
        .builder(
            modifier,
            CodeBlock.of(
                "Stands in for the wiring of {@link $T}, which has errors.\n",
                generated.topologyClass()))
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  /** Declares what the user's method declares, since callers may catch it. */
  private static MethodSpec implementation(Method method, CodeBlock body) {
    MethodSpec.Builder implementation = Signature.of(method, Names.besidePackages()).builder();
    method.thrown().forEach(type -> implementation.addException(TypeName.get(type)));
    return implementation.addCode(body).build();
  }

  private Stream<Method> abstractMethods() {
    return Stream.of(
            topology.ports().stream().map(Port::method),
            topology.unreadable().stream()
                .filter(unreadable -> unreadable.host() == null)
                .map(Unreadable::method)
                .filter(Method::isAbstract),
            topology.unimplemented().stream())
        .flatMap(methods -> methods);
  }

  private static Function<StageClass, String> hostNames() {
    NameAllocator parameters = Names.besidePackages();
    parameters.newName(FactoryWriter.OPTIONS);
    IdentityHashMap<StageClass, String> names = new IdentityHashMap<>();
    return host -> names.computeIfAbsent(host, it -> parameters.newName(Names.forValue(it.type())));
  }

  private MethodSpec faulty() {
    String message = Names.title(topology) + " did not compile: see the messages of the compiler.";
    return MethodSpec.methodBuilder(faulty)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(TypeName.get(AssertionError.class))
        .addStatement("return new $T($W$S)", AssertionError.class, message)
        .build();
  }
}
