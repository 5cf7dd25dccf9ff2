package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Topology;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** The file of a generated class. */
public final class SourceFile {

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

  /** Whether a class of that name could implement the topology at all. */
  public boolean isPossible() {
    TypeElement element = topology.element();
    return element.getKind() == ElementKind.INTERFACE
        && !element.getModifiers().contains(Modifier.SEALED)
        && isVisible(element)
        && !isTaken();
  }

  /** Writes it, with the topology as its only origin. */
  public void write(TypeSpec type, Filer filer) throws IOException {
    ClassName name = Names.generatedClass(topology);
    JavaFile.builder(name.packageName(), type)
        .indent("  ")
        .skipJavaLangImports(!shadowsJavaLang())
        .build()
        .writeTo(filer);
  }

  private static boolean isVisible(TypeElement type) {
    for (Element around = type;
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      if (around.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
    }
    return true;
  }

  /** A class of ours may be a stale one in the output folder, which is to be replaced. */
  private boolean isTaken() {
    TypeElement existing = elements.getTypeElement(className());
    return existing != null
        && existing.getAnnotationMirrors().stream()
            .map(mirror -> mirror.getAnnotationType())
            .noneMatch(SourceFile::isMarker);
  }

  private static boolean isMarker(DeclaredType annotation) {
    return annotation.asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(RuntimeNames.MARKER);
  }

  /** Whether {@code String}, say, means a class of the user's in this package. */
  private boolean shadowsJavaLang() {
    PackageElement around = elements.getPackageOf(topology.element());
    return around.getEnclosedElements().stream()
        .anyMatch(type -> elements.getTypeElement("java.lang." + type.getSimpleName()) != null);
  }
}
