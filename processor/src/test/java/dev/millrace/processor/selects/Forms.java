package dev.millrace.processor.selects;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.millrace.StartOptions;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** The classes of compiled forms, in memory. */
public final class Forms extends ClassLoader {

  private final Map<String, JavaFileObject> classes = new HashMap<>();

  private Forms(Compilation compilation) {
    super(Forms.class.getClassLoader());
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
        classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), file);
      }
    }
  }

  /** Compiles sources as strictly as a user can ask for, with the processor. */
  public static Forms compile(List<SourceText> sources) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new TopologyProcessor())
            .withOptions("-Xlint:all,-processing", "-Werror", "--release", "21")
            .compile(
                sources.stream()
                    .map(
                        source -> JavaFileObjects.forSourceString(source.typeName(), source.text()))
                    .toList());
    if (!compilation.diagnostics().isEmpty()) {
      throw new AssertionError(
          "Of "
              + compilation.diagnostics().size()
              + " messages: "
              + compilation
                  .diagnostics()
                  .subList(0, Math.min(5, compilation.diagnostics().size())));
    }
    return new Forms(compilation);
  }

  /** Starts a form's topology, with a driver. */
  FormDriver start(String packageName, StartOptions options) {
    try {
      return (FormDriver)
          loadClass(packageName + ".Driver")
              .getConstructor(StartOptions.class)
              .newInstance(options);
    } catch (ReflectiveOperationException failed) {
      throw new LinkageError(failed.getMessage(), failed);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JavaFileObject file = classes.get(name);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream bytes = file.openInputStream()) {
      byte[] code = bytes.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException failed) {
      throw new ClassNotFoundException(name, failed);
    }
  }
}
