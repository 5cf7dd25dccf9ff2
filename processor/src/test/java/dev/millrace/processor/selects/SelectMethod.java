package dev.millrace.processor.selects;

import java.util.ArrayList;
import java.util.List;

/**
 * How a select port is declared.
 *
 * @param style how it tells which arm has happened
 * @param priority whether the first arm that is ready happens
 * @param declares whether it {@code throws InterruptedException}
 * @param timed whether it takes a {@code Duration}
 */
record SelectMethod(Style style, boolean priority, boolean declares, boolean timed) {

  enum Style {
    EVENT,
    OPTIONAL,
    HANDLERS
  }

  /** All that there are; what never waits need not declare that it may be interrupted. */
  static List<SelectMethod> all(boolean handlers, boolean otherwise) {
    List<SelectMethod> all = new ArrayList<>();
    for (Style style : Style.values()) {
      for (boolean priority : new boolean[] {false, true}) {
        for (boolean declares : new boolean[] {false, true}) {
          for (boolean timed : otherwise ? new boolean[] {false, true} : new boolean[] {false}) {
            boolean waits = timed || !otherwise;
            if ((style == Style.HANDLERS) == handlers && (waits || !declares)) {
              all.add(new SelectMethod(style, priority, declares, timed));
            }
          }
        }
      }
    }
    return all;
  }
}
