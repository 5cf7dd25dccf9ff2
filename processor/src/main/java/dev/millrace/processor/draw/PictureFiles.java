package dev.millrace.processor.draw;

import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Puts the data and the diagram of a topology beside its class. */
public final class PictureFiles {

  private static final String FOLDER = "META-INF/millrace/";

  private PictureFiles() {}

  /** Writes {@code META-INF/millrace/<name>.json} and {@code .mmd}, with one origin each. */
  public static void write(Picture picture, TypeElement topology, Filer filer) throws IOException {
    try (Writer out = open(picture.topology() + ".json", topology, filer)) {
      TopologyJson.write(picture, out);
    }
    try (Writer out = open(picture.topology() + ".mmd", topology, filer)) {
      out.write(MermaidDiagram.of(picture));
    }
  }

  private static Writer open(String name, TypeElement topology, Filer filer) throws IOException {
    return filer
        .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + name, topology)
        .openWriter();
  }
}
