package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.CompilerUnderTest.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources that a compiler finds beside those that it is given, as with {@code -classpath .}. */
class UnaskedSourcesTest {

  @TempDir Path scratch;

  /** To list a package is to compile all that is in it. */
  @ParameterizedTest
  @EnumSource
  void areNotCompiled(CompilerUnderTest compiler) throws IOException {
    Path beside = Files.createDirectories(scratch.resolve("beside/demo"));
    Files.writeString(
        beside.resolve("Broken.java"), "package demo; class Broken extends Missing {}");
    List<Told> told =
        compiler.compile(
            List.of(
                new SourceText(
                    "demo/Outer.java",
                    """
                    package demo;
                    import dev.millrace.annotation.*;
                    interface Outer {
                      @Topology interface Board {
                        @Producer("jobs") void put(String job);
                        @Consumer("jobs") String next();
                      }
                    }
                    """)),
            List.of(CompilerUnderTest.RUNTIME.get(0), scratch.resolve("beside")),
            Files.createDirectory(scratch.resolve("compiled")),
            new TopologyProcessor());
    assertEquals(List.of(), told.stream().filter(one -> one.kind() == Kind.ERROR).toList());
  }
}
