package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.type.DeclaredType;

/**
 * A method that an annotation names, and that generated code asks before each select: whether an
 * arm takes part ({@code when}), how long to wait ({@code after}).
 *
 * @param name the name of the method, as written
 * @param owner the type in which it is looked for: the one that has the select method
 * @param namesakes its methods of that name; the only one that is right, if one is
 * @param known the names of all its methods
 * @param site where the name was written
 */
public record NamedMethod(
    String name, DeclaredType owner, List<Method> namesakes, List<String> known, Site site) {

  /** Copies the lists. */
  public NamedMethod {
    namesakes = List.copyOf(namesakes);
    known = List.copyOf(known);
  }
}
