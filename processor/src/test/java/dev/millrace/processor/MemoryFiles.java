package dev.millrace.processor;

import dev.millrace.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources and whatever javac makes of them, in memory. The class path is the runtime alone. */
public final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

  /** The classes that users compile against, and none of the many that tests run with. */
  public static final Path RUNTIME = locationOf(Channel.class);

  private final Map<String, Text> generated = new TreeMap<>();

  private MemoryFiles(StandardJavaFileManager files) {
    super(files);
  }

  /** Files for javac; to be closed. */
  public static MemoryFiles forJavac() {
    StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(RUNTIME));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new MemoryFiles(files);
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException malformed) {
      throw new AssertionError(malformed);
    }
  }

  /** A source to compile. */
  public static JavaFileObject source(SourceText source) {
    return new Text(source.path(), source.text());
  }

  /** The sources that processors have written since the last call. */
  public List<JavaFileObject> takeGenerated() {
    List<JavaFileObject> taken = List.copyOf(generated.values());
    generated.clear();
    return taken;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    Text file = new Text(className.replace('.', '/') + kind.extension, "");
    if (kind == JavaFileObject.Kind.SOURCE) {
      generated.put(className, file);
    }
    return file;
  }

  /** What is written beside the classes, which nobody reads here. */
  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return new Text(relativeName, "");
  }

  /** A file that exists only here. */
  private static final class Text extends SimpleJavaFileObject {

    private String text;

    Text(String path, String text) {
      super(
          URI.create("memory:///" + encoded(path)),
          path.endsWith(Kind.SOURCE.extension) ? Kind.SOURCE : Kind.CLASS);
      this.text = text;
    }

    private static String encoded(String path) {
      try {
        return new URI(null, null, path, null).toASCIIString();
      } catch (URISyntaxException malformed) {
        throw new AssertionError(malformed);
      }
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public OutputStream openOutputStream() {
      if (kind == Kind.CLASS) {
        return OutputStream.nullOutputStream();
      }
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          text = toString(StandardCharsets.UTF_8);
        }
      };
    }
  }
}
