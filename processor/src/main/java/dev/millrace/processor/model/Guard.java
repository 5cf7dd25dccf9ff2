package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.type.DeclaredType;

/**
 * What {@code when} says: the arm takes part in a select if that method says so.
 *
 * @param name the name of the method, as written
 * @param owner the type in which it is looked for: the one that has the select method
 * @param namesakes its methods of that name; the only one that is right, if one is
 * @param known the names of all its methods
 * @param site where the name was written
 */
public record Guard(
    String name, DeclaredType owner, List<Method> namesakes, List<String> known, Site site) {

  /** Copies the lists. */
  public Guard {
    namesakes = List.copyOf(namesakes);
    known = List.copyOf(known);
  }
}
