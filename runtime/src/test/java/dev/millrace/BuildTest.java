package dev.millrace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BuildTest {
  @Test
  void runsOnJava21OrNewer() {
    assertTrue(Runtime.version().feature() >= 21);
  }
}
