package dev.millrace.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.CompilerUnderTest;
import dev.millrace.processor.CompilerUnderTest.Told;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the compilers say when it is the processor, or the disk, that fails. */
class ProcessorFaultTest {

  private static final List<SourceText> TWO_TOPOLOGIES =
      List.of(
          new SourceText(
              "demo/Case.java",
              """
              package demo;
              import dev.millrace.annotation.*;
              @Topology
              interface Board {
                @Producer("jobs") void submit(String job);
                @Consumer("jobs") String next();
              }
              @Topology
              interface Shop {
                @Producer("orders") void submit(String order);
                @Consumer("orders") String next();
              }
              """));

  private static final SourceText USE =
      new SourceText(
          "demo/Use.java",
          """
          package demo;
          class Use {
            Board board = BoardTopology.start(1, "whatever the stages are");
          }
          """);

  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource
  void aFaultInOneTopologyLeavesTheNextAlone(CompilerUnderTest compiler) {
    List<SourceText> sources = List.of(TWO_TOPOLOGIES.get(0), USE);
    AtomicBoolean failed = new AtomicBoolean();
    List<Told> told =
        compile(
            compiler,
            sources,
            environment ->
                failing(
                    environment,
                    "getTypeUtils",
                    Types.class,
                    "directSupertypes",
                    () -> failed.compareAndSet(false, true) ? new IllegalStateException() : null));
    assertEquals(1, told.size(), told::toString);
    assertEquals(4, told.get(0).line());
    assertTrue(
        told.get(0)
            .message()
            .matches(
                "\\[Internal] The topology processor failed on Board \\(IllegalStateException at"
                    + " \\w+:\\d+\\)\\. Please report it; -Amillrace\\.trace=true prints the whole"
                    + " trace\\."),
        told::toString);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatCannotBeWrittenIsAnError(CompilerUnderTest compiler) {
    AtomicBoolean failed = new AtomicBoolean();
    List<Told> told =
        compile(
            compiler,
            TWO_TOPOLOGIES,
            environment ->
                failing(
                    environment,
                    "getFiler",
                    Filer.class,
                    "createSourceFile",
                    () -> failed.compareAndSet(false, true) ? new IOException("disk full") : null));
    assertEquals(
        List.of(
            new Told(
                Kind.ERROR,
                "Case.java",
                3,
                "[CouldNotWrite] Could not write demo.BoardTopology: disk full.")),
        told);
  }

  private List<Told> compile(
      CompilerUnderTest compiler, List<SourceText> sources, Sabotage sabotage) {
    return compiler
        .compile(sources, CompilerUnderTest.RUNTIME, scratch, new Sabotaged(sabotage))
        .stream()
        .filter(told -> told.kind() == Kind.ERROR)
        .toList();
  }

  private interface Sabotage {
    ProcessingEnvironment of(ProcessingEnvironment environment);
  }

  private interface Failure {
    /** What to throw this time, or {@code null} to go on. */
    @Nullable Throwable now();
  }

  /** The processor in an environment that does not do all it should. */
  private static final class Sabotaged extends AbstractProcessor {
    private final TopologyProcessor processor = new TopologyProcessor();
    private final Sabotage sabotage;

    Sabotaged(Sabotage sabotage) {
      this.sabotage = sabotage;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(sabotage.of(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }

  /** The environment with one service of it, one method of which fails. */
  private static <T> ProcessingEnvironment failing(
      ProcessingEnvironment environment,
      String getter,
      Class<T> service,
      String method,
      Failure failure) {
    return proxy(
        ProcessingEnvironment.class,
        environment,
        getter,
        real -> proxy(service, service.cast(real), method, result -> thrown(failure, result)));
  }

  private static Object thrown(Failure failure, Object result) throws Throwable {
    Throwable now = failure.now();
    if (now != null) {
      throw now;
    }
    return result;
  }

  private interface Change {
    Object of(Object result) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, T real, String method, Change change) {
    return type.cast(
        Proxy.newProxyInstance(
            ProcessorFaultTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              Object result;
              try {
                result = called.invoke(real, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
              return called.getName().equals(method) ? change.of(result) : result;
            }));
  }
}
