package dev.millrace.examples.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of the packages that the runtime exports, read as the javadoc tool reads them. */
final class PublicSources {
  private static final Path ROOT = Path.of("..", "runtime", "src", "main", "java");

  private final List<SourceFile> files;

  private PublicSources(List<SourceFile> files) {
    this.files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param path where it is, below the root of the sources
   * @param packageName its package
   * @param publicTypes the simple names of the public types at its top level
   * @param examples the code in the documentation of all its parts, in their order
   * @param text all of it
   */
  record SourceFile(
      Path path,
      String packageName,
      List<String> publicTypes,
      List<Example> examples,
      String text) {}

  static PublicSources read() throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (CompilationUnitTree unit : parse(List.of(ROOT.resolve("module-info.java"))).units()) {
      for (Tree directive : unit.getModule().getDirectives()) {
        if (directive instanceof ExportsTree exported) {
          sources.addAll(readPackage(exported.getPackageName().toString()));
        }
      }
    }
    return new PublicSources(sources);
  }

  List<SourceFile> files() {
    return files;
  }

  List<Example> examples() {
    return files.stream().flatMap(file -> file.examples().stream()).toList();
  }

  private static List<SourceFile> readPackage(String name) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> paths = Files.list(ROOT.resolve(name.replace('.', '/')))) {
      Parsed parsed = parse(paths.filter(path -> path.toString().endsWith(".java")).toList());
      for (CompilationUnitTree unit : parsed.units()) {
        List<Example> examples = new ArrayList<>();
        new Documented(parsed.trees()).scan(unit, examples);
        String text = unit.getSourceFile().getCharContent(false).toString();
        Path path = ROOT.relativize(Path.of(unit.getSourceFile().getName()));
        sources.add(new SourceFile(path, name, publicTypes(unit), examples, text));
      }
    }
    return sources;
  }

  private record Parsed(List<CompilationUnitTree> units, DocTrees trees) {}

  private static Parsed parse(List<Path> paths) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new Parsed(units, DocTrees.instance(task));
    }
  }

  private static List<String> publicTypes(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
        .map(type -> type.getSimpleName().toString())
        .toList();
  }

  /** Visits everything that can have documentation. */
  private static final class Documented extends TreePathScanner<Void, List<Example>> {
    private final DocTrees trees;

    Documented(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitPackage(PackageTree tree, List<Example> examples) {
      readComment(tree.getPackageName().toString(), examples);
      return super.visitPackage(tree, examples);
    }

    @Override
    public Void visitClass(ClassTree tree, List<Example> examples) {
      readComment(tree.getSimpleName().toString(), examples);
      return super.visitClass(tree, examples);
    }

    @Override
    public Void visitMethod(MethodTree tree, List<Example> examples) {
      readComment(member(tree.getName()), examples);
      return super.visitMethod(tree, examples);
    }

    @Override
    public Void visitVariable(VariableTree tree, List<Example> examples) {
      readComment(member(tree.getName()), examples);
      return super.visitVariable(tree, examples);
    }

    private String member(CharSequence name) {
      TreePath parent = getCurrentPath().getParentPath();
      return parent.getLeaf() instanceof ClassTree type ? type.getSimpleName() + "." + name : "";
    }

    private void readComment(String place, List<Example> examples) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        new Preformatted(place).scan(comment, examples);
      }
    }
  }

  /** Collects the code between {@code <pre>} and its end. */
  private static final class Preformatted extends DocTreeScanner<Void, List<Example>> {
    private final String place;
    private boolean preformatted;

    Preformatted(String place) {
      this.place = place;
    }

    @Override
    public Void visitStartElement(StartElementTree tree, List<Example> examples) {
      preformatted |= tree.getName().contentEquals("pre");
      return super.visitStartElement(tree, examples);
    }

    @Override
    public Void visitEndElement(EndElementTree tree, List<Example> examples) {
      preformatted &= !tree.getName().contentEquals("pre");
      return super.visitEndElement(tree, examples);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, List<Example> examples) {
      if (preformatted && tree.getKind() == DocTree.Kind.CODE) {
        examples.add(new Example(place, tree.getBody().getBody().stripIndent().strip()));
      }
      return super.visitLiteral(tree, examples);
    }
  }
}
