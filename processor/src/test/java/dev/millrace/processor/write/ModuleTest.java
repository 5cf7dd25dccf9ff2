package dev.millrace.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.millrace.Channel;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code in named modules. */
class ModuleTest {

  @ParameterizedTest
  @EnumSource
  void needsNothingButTheRuntime(GoldenTopology golden) throws Exception {
    Compilation compilation = compile("module demo { requires dev.millrace; }", golden.sources());

    assertThat(compilation).succeededWithoutWarnings();
    assertFalse(text(golden, compilation).contains("@Generated"));
  }

  @ParameterizedTest
  @EnumSource
  void isGeneratedByTheJavaCompilersOwnWordWhereThatIsRead(GoldenTopology golden) throws Exception {
    Compilation compilation =
        compile(
            "module demo { requires dev.millrace; requires static java.compiler; }",
            golden.sources());

    assertThat(compilation).succeededWithoutWarnings();
    assertTrue(
        text(golden, compilation)
            .contains("@Generated(\"" + TopologyProcessor.class.getName() + "\")"));
  }

  /** In an exported package, javac also warns of what the user's own sources expose. */
  @ParameterizedTest
  @EnumSource
  void exposesNothingThatItsUsersCouldNotSee(GoldenTopology golden) throws Exception {
    Compilation compilation =
        compile(
            "module demo {" + " requires transitive dev.millrace; exports demo; }",
            golden.sources());

    for (var warning : compilation.diagnostics()) {
      JavaFileObject source = warning.getSource();
      assertFalse(source != null && isGenerated(source), warning.toString());
    }
  }

  private static boolean isGenerated(JavaFileObject source) {
    return source.getName().contains(StandardLocation.SOURCE_OUTPUT.getName());
  }

  private static Compilation compile(String module, List<JavaFileObject> sources)
      throws URISyntaxException {
    List<JavaFileObject> all = new ArrayList<>(sources);
    all.add(JavaFileObjects.forSourceString("module-info", module));
    Path runtime =
        Path.of(Channel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Compiler.javac()
        .withProcessors(new TopologyProcessor())
        .withOptions(
            Stream.concat(
                    Generation.STRICT.stream(), Stream.of("--module-path", runtime.toString()))
                .toArray())
        .compile(all);
  }

  private static String text(GoldenTopology golden, Compilation compilation) throws IOException {
    List<String> found = new ArrayList<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      found.add(file.getCharContent(false).toString());
    }
    assertEquals(1, found.size(), golden.generatedClass());
    return found.get(0);
  }
}
