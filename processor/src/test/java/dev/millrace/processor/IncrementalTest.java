package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * What Gradle demands of a processor that declares itself isolating: each file is written by the
 * filer and has exactly one originating element, and nothing else is read from the file system.
 */
class IncrementalTest {

  private static final JavaFileObject SOUND =
      JavaFileObjects.forSourceString(
          "demo.Board",
          """
          package demo;
          import dev.millrace.annotation.*;
          @Topology(stages = Stages.class)
          interface Board extends Ports<String> {
            @Consumer("results") Object next();
          }
          interface Ports<T> {
            @Producer("jobs") void put(T job);
          }
          class Stages {
            @Consumer("jobs") @Producer("results") Object work(String job) {
              return job;
            }
          }
          class Outer {
            @Topology interface Inner {
              @Producer("a") void put(int a);
              @Consumer("a") int take();
            }
          }
          """);

  private static final JavaFileObject FAULTY =
      JavaFileObjects.forSourceString(
          "demo.Faulty",
          """
          package demo;
          import dev.millrace.annotation.*;
          @Topology interface Faulty {
            @Producer("jobs") void put(String job);
          }
          """);

  @Test
  void eachFileComesFromItsTopologyAlone() {
    FilesWatched watched = new FilesWatched();
    Compilation faulty = Compiler.javac().withProcessors(watched).compile(SOUND, FAULTY);

    assertEquals(Compilation.Status.FAILURE, faulty.status());
    assertEquals(
        new TreeMap<>(
            Map.of(
                "demo.BoardTopology", List.of("demo.Board"),
                "META-INF/millrace/demo.Board.json", List.of("demo.Board"),
                "META-INF/millrace/demo.Board.mmd", List.of("demo.Board"),
                "demo.Outer_InnerTopology", List.of("demo.Outer.Inner"),
                "META-INF/millrace/demo.Outer.Inner.json", List.of("demo.Outer.Inner"),
                "META-INF/millrace/demo.Outer.Inner.mmd", List.of("demo.Outer.Inner"),
                "demo.FaultyTopology", List.of("demo.Faulty"))),
        watched.origins);
    assertEquals(Set.of("createSourceFile", "createResource"), Set.copyOf(watched.calls));
  }

  /** Our processor with a filer that tells what is written with it. */
  private static final class FilesWatched extends AbstractProcessor {

    private final Processor processor = new TopologyProcessor();
    private final Map<String, List<String>> origins = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = environment.getFiler();
      Filer watched =
          proxy(
              Filer.class,
              (method, arguments) -> {
                calls.add(method.getName());
                note(method, arguments);
                return invoke(filer, method, arguments);
              });
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              (method, arguments) ->
                  method.getName().equals("getFiler")
                      ? watched
                      : invoke(environment, method, arguments)));
    }

    private void note(Method method, Object[] arguments) {
      if (method.getName().startsWith("create")) {
        Object file = arguments[method.getName().equals("createResource") ? 2 : 0];
        Element[] elements = (Element[]) arguments[arguments.length - 1];
        origins.put(
            file.toString(), Stream.of(elements).map(IncrementalTest::qualifiedName).toList());
      }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      boolean claimed = processor.process(annotations, round);
      assertFalse(claimed);
      return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }
  }

  private interface Call {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.handle(method, arguments)));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static String qualifiedName(Element element) {
    return ((TypeElement) element).getQualifiedName().toString();
  }
}
