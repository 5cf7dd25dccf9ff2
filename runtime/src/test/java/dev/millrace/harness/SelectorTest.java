package dev.millrace.harness;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The base of tests that run with each kind of selector. */
@ParameterizedClass
@EnumSource(SelectorKind.class)
public abstract class SelectorTest extends ConcurrencyTest {

  protected final SelectorKind selectors;

  protected SelectorTest(SelectorKind selectors) {
    this.selectors = selectors;
  }
}
