package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** How compilers and builds find the processor. */
class RegistrationTest {

  @Test
  void isFoundAsAService() {
    assertTrue(
        ServiceLoader.load(Processor.class).stream()
            .anyMatch(provider -> provider.type() == TopologyProcessor.class));
  }

  @Test
  void isDeclaredAsIsolatingForGradle() throws IOException {
    try (InputStream declaration =
        TopologyProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertEquals(
          TopologyProcessor.class.getName() + ",isolating",
          new String(declaration.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }
}
