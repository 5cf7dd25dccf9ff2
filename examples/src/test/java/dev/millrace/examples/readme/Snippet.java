package dev.millrace.examples.readme;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A Java file that readers copy from the README or from the documentation. */
public record Snippet(String source) {
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public )?(?:final )?(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

  /** The name of its first type, after which readers will name the file. */
  public String name() {
    return types().getFirst();
  }

  /** The name of its last type, which has the method {@code main}. */
  public String mainClass() {
    return types().getLast();
  }

  private List<String> types() {
    List<String> types = TYPE.matcher(source).results().map(match -> match.group(1)).toList();
    if (types.isEmpty()) {
      throw new AssertionError("no type in the snippet:\n" + source);
    }
    return types;
  }

  /**
   * Compiles it with the processor, as the README says.
   *
   * @return what the compiler says, word for word; empty if it is content
   */
  public String compileTo(Path classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String path = System.getProperty("java.class.path");
    StringWriter says = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(classes));
      javac
          .getTask(
              says,
              files,
              null,
              List.of(
                  "--release",
                  "21",
                  "-Xlint:all,-processing,-path",
                  "-Werror",
                  "-classpath",
                  path,
                  "-processorpath",
                  path),
              null,
              List.of(file()))
          .call();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return says.toString().replace(System.lineSeparator(), "\n");
  }

  private JavaFileObject file() {
    String fileName = name() + ".java";
    return new SimpleJavaFileObject(
        URI.create("string:///" + fileName), JavaFileObject.Kind.SOURCE) {
      @Override
      public String getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }

      @Override
      public String getName() {
        return fileName;
      }
    };
  }
}
