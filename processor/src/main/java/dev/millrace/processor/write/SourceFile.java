package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.Topology;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The file of a generated class. */
public final class SourceFile {

  private static final Pattern JAVA_LANG_IMPORT =
      Pattern.compile("^import java\\.lang\\.(\\w+);$", Pattern.MULTILINE);

  private final Topology topology;
  private final Elements elements;

  /** The file for one topology. */
  public SourceFile(Topology topology, Elements elements) {
    this.topology = topology;
    this.elements = elements;
  }

  /** The qualified name of the class in it. */
  public String className() {
    return Names.generatedClass(topology).canonicalName();
  }

  /** Writes it, with the topology as its only origin. */
  public void write(TypeSpec type, Filer filer) throws IOException {
    ClassName name = Names.generatedClass(topology);
    // JavaPoet never qualifies the types of a file's own package. In a file without one it does.
    boolean qualified = nestsNamesakes() && !name.packageName().isEmpty();
    JavaFile file =
        JavaFile.builder(qualified ? "" : name.packageName(), type).indent("  ").build();
    if (!shadowsImportOf(file)) {
      file = file.toBuilder().skipJavaLangImports(true).build();
    }
    try (Writer source = filer.createSourceFile(className(), topology.element()).openWriter()) {
      String head = qualified ? "package " + name.packageName() + ";\n\n" : "";
      source.write(Layout.tidy(head + file));
    }
  }

  /** Whether a type in the topology has the name of one beside it, which it hides. */
  private boolean nestsNamesakes() {
    PackageElement around = elements.getPackageOf(topology.element());
    return ElementFilter.typesIn(elements.getAllMembers(topology.element())).stream()
        .map(nested -> around.getQualifiedName() + "." + nested.getSimpleName())
        .anyMatch(name -> elements.getTypeElement(name) != null);
  }

  /**
   * Whether {@code String}, say, would mean a class of the user's in this package. It is asked for
   * by name: to list the package, javac reads every source of it that it can find.
   */
  private boolean shadowsImportOf(JavaFile file) {
    String packageName = Names.generatedClass(topology).packageName();
    String around = packageName.isEmpty() ? "" : packageName + ".";
    return JAVA_LANG_IMPORT
        .matcher(file.toString())
        .results()
        .anyMatch(imported -> elements.getTypeElement(around + imported.group(1)) != null);
  }
}
