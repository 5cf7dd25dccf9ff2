package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.CompilerUnderTest.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that are on no class path, and that only a class file mentions. */
class MissingClassFileTest {

  private static final SourceText LIBRARY =
      new SourceText(
          "lib/Ports.java",
          """
          package lib;
          import dev.millrace.annotation.*;
          public interface Ports {
            @Producer("jobs") void put(Job job);
            @Consumer("jobs") Job next();
          }
          """);

  private static final SourceText JOB =
      new SourceText("lib/Job.java", "package lib; public record Job(String name) {}");

  private static final SourceText BOARD =
      new SourceText(
          "demo/Board.java",
          """
          package demo;
          import dev.millrace.annotation.*;
          @Topology
          interface Board extends lib.Ports {}
          """);

  @TempDir Path scratch;

  /** No compiler needs the type, so none would say why there is no {@code BoardTopology}. */
  @ParameterizedTest
  @EnumSource
  void areReported(CompilerUnderTest compiler) throws IOException {
    Path library =
        CompilerUnderTest.compileToClasses(
            List.of(LIBRARY, JOB), Files.createDirectory(scratch.resolve("library")));
    Files.delete(library.resolve("lib/Job.class"));
    List<String> errors =
        compiler
            .compile(
                List.of(BOARD),
                List.of(CompilerUnderTest.RUNTIME.get(0), library),
                Files.createDirectory(scratch.resolve("compiled")),
                new TopologyProcessor())
            .stream()
            .filter(told -> told.kind() == Kind.ERROR)
            .map(Told::message)
            .toList();
    assertEquals(
        List.of(
            "[UnknownType] Board was left out, because it refers to lib.Job, which does not exist."
                + " If another processor should generate lib.Job, look for its errors first."),
        errors);
  }

  /** Compilers need no annotation of a class file, and this one is not Millrace's. */
  @ParameterizedTest
  @EnumSource
  void annotationOfALibraryIsNotAwaited(CompilerUnderTest compiler) throws IOException {
    Path library =
        CompilerUnderTest.compileToClasses(
            List.of(
                new SourceText(
                    "sql/Select.java",
                    "package sql; public @interface Select { String value() default \"\"; }"),
                new SourceText(
                    "lib/Base.java",
                    "package lib; public class Base { @sql.Select public void query() {} }")),
            Files.createDirectory(scratch.resolve("library")));
    Files.delete(library.resolve("sql/Select.class"));
    Path compiled = Files.createDirectory(scratch.resolve("compiled"));
    List<Told> told =
        compiler.compile(
            List.of(
                new SourceText(
                    "demo/Board.java",
                    """
                    package demo;
                    import dev.millrace.annotation.*;
                    @Topology(stages = Work.class)
                    interface Board {
                      @Producer("jobs") void put(String job);
                    }
                    class Work extends lib.Base {
                      @Consumer("jobs") void work(String job) {}
                    }
                    """)),
            List.of(CompilerUnderTest.RUNTIME.get(0), library),
            compiled,
            new TopologyProcessor());
    assertEquals(List.of(), told.stream().filter(one -> one.kind() == Kind.ERROR).toList());
    assertTrue(Files.exists(compiled.resolve("classes/demo/BoardTopology.class")));
  }
}
