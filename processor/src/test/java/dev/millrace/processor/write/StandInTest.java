package dev.millrace.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.millrace.processor.TopologyProcessor;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.read.TopologyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A topology with errors has a class nevertheless, so that its uses are no errors too. */
class StandInTest {

  private static final List<JavaFileObject> FAULTY =
      List.of(
          JavaFileObjects.forSourceString(
              "demo.Faulty",
              """
              package demo;
              import dev.millrace.annotation.*;
              @Topology(stages = Worker.class)
              interface Faulty<T extends Comparable<T>> {
                @Producer("jobs") void put(T job) throws InterruptedException;
                @Consumer("results") T next() throws InterruptedException;
                void reset(int... levels);
                @Producer("jobs") <S> void putAll(Iterable<S> jobs, S[] more);
              }
              """),
          JavaFileObjects.forSourceString(
              "demo.Worker",
              """
              package demo;
              import dev.millrace.annotation.*;
              class Worker {
                @Consumer("job") void work(Object job) {}
              }
              """),
          JavaFileObjects.forSourceString(
              "demo.Main",
              """
              package demo;
              class Main {
                FaultyTopology<String> faulty = FaultyTopology.start(new Worker());

                String use() {
                  try (FaultyTopology<String> other = FaultyTopology.start(new Worker())) {
                    other.put("one");
                    other.reset(1, 2);
                    other.stop();
                    return other.next() + faulty.snapshot();
                  } catch (InterruptedException interrupted) {
                    return "";
                  }
                }
              }
              """));

  @Test
  void leavesNoErrorsWhereTheTopologyIsUsed() {
    Compilation compilation =
        Compiler.javac().withProcessors(new TopologyProcessor()).compile(FAULTY);

    assertEquals(
        List.of(),
        compilation.errors().stream()
            .map(error -> error.getMessage(null))
            .filter(message -> !message.startsWith("["))
            .toList());
    assertThat(compilation).hadErrorContaining("[Unimplemented]");
    assertThat(compilation).hadErrorContaining("[GenericMethod]");
  }

  // Errors of a processor keep javac from looking at bodies, so what follows reports none.

  @Test
  void hasTheMethodsThatItsUsersCall() {
    assertThat(compileWithStandIns(FAULTY)).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void compilesWhateverItStandsFor(GoldenTopology golden) throws IOException {
    Compilation compilation = compileWithStandIns(golden.sources());

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile(golden.generatedClass())
        .contentsAsUtf8String()
        .contains("throw didNotCompile();");
  }

  private static Compilation compileWithStandIns(List<JavaFileObject> sources) {
    return Compiler.javac()
        .withProcessors(new StandInProcessor())
        .withOptions(Generation.STRICT)
        .compile(sources);
  }

  /** Writes a stand-in for every topology, without a word. */
  @SupportedAnnotationTypes(RuntimeNames.TOPOLOGY)
  private static final class StandInProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (TypeElement annotation : annotations) {
        ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).forEach(this::write);
      }
      return false;
    }

    private void write(TypeElement element) {
      Elements elements = processingEnv.getElementUtils();
      Topology topology = new TopologyReader(processingEnv.getTypeUtils(), elements).read(element);
      try {
        new SourceFile(topology, elements)
            .write(new StandInWriter(topology, elements).write(), processingEnv.getFiler());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
