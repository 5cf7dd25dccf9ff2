package dev.millrace.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Types that do not exist when the topology is first seen. */
class RoundsTest {

  private static final String IMPORTS =
      """
      package demo;
      import dev.millrace.annotation.*;
      """;

  @Test
  void waitsForATypeThatOnlyAPortMentions() {
    assertThat(
            compileBesideAProcessorOf(
                "Job",
                """
                @Topology interface Board {
                  @Producer("jobs") void put(Job job);
                  @Consumer("jobs") Object next();
                }
                """))
        .generatedSourceFile("demo.BoardTopology")
        .contentsAsUtf8String()
        .contains("public void put(Job job)");
  }

  @Test
  void waitsForATypeInsideAnother() {
    assertThat(
            compileBesideAProcessorOf(
                "Job",
                """
                @Topology interface Board {
                  @Producer("jobs") void put(java.util.List<? extends Job[]> jobs);
                  @Consumer("jobs") default void work(java.util.List<? extends Job[]> jobs) {}
                }
                """))
        .succeeded();
  }

  @Test
  void waitsForATypeInAnArm() {
    assertThat(
            compileBesideAProcessorOf(
                "Job",
                """
                @Topology interface Board {
                  @Producer("jobs") void put(Job job);
                  @Producer("quit") void quit();
                  @Select Event next();
                  sealed interface Event {
                    @Case("jobs") record Came(Job job) implements Event {}
                    @Case("quit") record Quit() implements Event {}
                  }
                }
                """))
        .generatedSourceFile("demo.BoardTopology")
        .contentsAsUtf8String()
        .contains("new Board.Event.Came(selection.valueOf(jobs))");
  }

  @Test
  void waitsForAStageClass() {
    assertThat(
            compileBesideAProcessorOf(
                "Worker",
                """
                @Topology(stages = {Worker.class}) interface Board {
                  @Producer("names") void put(String name);
                }
                """))
        .generatedSourceFile("demo.BoardTopology")
        .contentsAsUtf8String()
        .contains("start(StartOptions options, Worker worker)");
  }

  @Test
  void waitsForAFragment() {
    assertThat(
            compileBesideAProcessorOf(
                "Ports",
                """
                @Topology interface Board extends Ports {
                  @Consumer("names") default void work(String name) {}
                }
                """))
        .generatedSourceFile("demo.BoardTopology")
        .contentsAsUtf8String()
        .contains("public void put(String value)");
  }

  @Test
  void waitsForATypeThatOnlyANamesakeOfAStageMentions() {
    assertThat(
            compileBesideAProcessorOf(
                "Job",
                """
                @Topology interface Board {
                  default void work(Job job) {}
                  @Producer("names") void put(String name);
                  @Consumer("names") default void work(String name) {}
                }
                """))
        .generatedSourceFile("demo.BoardTopology")
        .contentsAsUtf8String()
        .contains("work(value);");
  }

  @Test
  void waitsForAConstant() {
    assertThat(
            compileBesideAProcessorOf(
                "Names",
                """
                @Topology
                @Buffer(channel = Names.JOBS, size = Names.SIZE)
                interface Board {
                  @Producer(Names.JOBS) void put(String job);
                  @Consumer("jobs") String next();
                }
                """))
        .generatedSourceFile("demo.BoardTopology")
        .contentsAsUtf8String()
        .contains("run.channel(\"jobs\", 4)");
  }

  @Test
  void waitsForAConstantInAnArm() {
    assertThat(
            compileBesideAProcessorOf(
                "Names",
                """
                @Topology interface Board {
                  @Producer("jobs") void put(String job);
                  @Producer("quit") void quit();
                  @Select Event next();
                  sealed interface Event {
                    @Case(Names.JOBS) record Came(String job) implements Event {}
                    @Case("quit") record Quit() implements Event {}
                  }
                }
                """))
        .succeeded();
  }

  @Test
  void waitsForAConstantOfAStageClass() {
    assertThat(
            compileBesideAProcessorOf(
                "Names",
                """
                @Topology(stages = Board.Work.class) interface Board {
                  @Producer("jobs") void put(String job);
                  class Work {
                    void work(@Consumer(Names.JOBS) dev.millrace.Receiver<String> jobs) {}
                  }
                }
                """))
        .succeeded();
  }

  @Test
  void processesOthersWhileOneWaits() {
    JavaFileObject lost =
        JavaFileObjects.forSourceString(
            "demo.Lost",
            IMPORTS
                + """
                @Topology interface Lost {
                  @Producer("jobs") void put(Missing job);
                  @Consumer("jobs") Object next();
                }
                """);
    JavaFileObject found =
        JavaFileObjects.forSourceString(
            "demo.Found",
            IMPORTS
                + """
                @Topology interface Found {
                  @Producer("jobs") void put(String job);
                  @Consumer("jobs") String next();
                }
                class Main {
                  Found found = FoundTopology.start();
                }
                """);
    Compilation compilation =
        Compiler.javac().withProcessors(new TopologyProcessor()).compile(lost, found);

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("cannot find symbol").inFile(lost).onLine(4);
  }

  @Test
  void leavesAMissingImportToTheCompiler() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new TopologyProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "demo.Board",
                    """
                    package demo;
                    import dev.millrace.annotation.Producer;
                    import dev.millrace.annotation.Topology;
                    @Topology interface Board {
                      @Producer("jobs") void put(String job);
                      @Consumer("jobs") String next();
                    }
                    """));

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("cannot find symbol");
  }

  private static Compilation compileBesideAProcessorOf(String generated, String topology) {
    return Compiler.javac()
        .withProcessors(new TopologyProcessor(), new Generator(generated))
        .withOptions("--release", "21", "-Xlint:all,-processing", "-Werror")
        .compile(JavaFileObjects.forSourceString("demo.Board", IMPORTS + topology));
  }

  /** Generates one type in the first round, after the topology was looked at. */
  @SupportedAnnotationTypes("*")
  private static final class Generator extends AbstractProcessor {

    private final String name;
    private boolean done;

    Generator(String name) {
      this.name = name;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        write();
      }
      return false;
    }

    private void write() {
      String text =
          switch (name) {
            case "Worker" ->
                "public class Worker { @Consumer(\"names\") void work(String name) {} }";
            case "Ports" ->
                "public interface Ports { @Producer(\"names\") void put(String name); }";
            case "Names" ->
                "class Names { static final String JOBS = \"jobs\"; static final int SIZE = 4; }";
            default -> "public class " + name + " {}";
          };
      try (Writer source = processingEnv.getFiler().createSourceFile("demo." + name).openWriter()) {
        source.write(IMPORTS + text);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
