package dev.millrace.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles sources with the processor, as strictly as a user can ask for. */
final class Generation {

  /**
   * Everything but {@code processing}, which warns of each annotation that no processor claims: the
   * processor claims none, so that others may look at them too.
   */
  static final List<String> STRICT =
      List.of("-Xlint:all,-processing", "-Werror", "--release", "21");

  private Generation() {}

  static Compilation of(List<JavaFileObject> sources) {
    return Compiler.javac()
        .withProcessors(new TopologyProcessor())
        .withOptions(STRICT)
        .compile(sources);
  }

  /** The text of a file that was generated beside the classes. */
  static String resource(String name, Compilation compilation) throws IOException {
    return compilation
        .generatedFile(StandardLocation.CLASS_OUTPUT, name)
        .orElseThrow(() -> new AssertionError(name + " was not generated"))
        .getCharContent(false)
        .toString();
  }

  /** The text of a generated class, after the whole compilation went without a warning. */
  static String textOf(String generatedClass, Compilation compilation) throws IOException {
    assertThat(compilation).succeededWithoutWarnings();
    return compilation
        .generatedSourceFile(generatedClass)
        .orElseThrow(() -> new AssertionError(generatedClass + " was not generated"))
        .getCharContent(false)
        .toString();
  }
}
