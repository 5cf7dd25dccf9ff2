package dev.millrace.processor.model;

import java.util.List;

/**
 * A method without annotations of Millrace that overrides a stage.
 *
 * @param method the method
 * @param stage the stage that it overrides
 * @param annotations those of the stage, as one writes them
 */
public record LostOverride(Method method, Method stage, List<String> annotations) {

  /** Copies the list. */
  public LostOverride {
    annotations = List.copyOf(annotations);
  }
}
