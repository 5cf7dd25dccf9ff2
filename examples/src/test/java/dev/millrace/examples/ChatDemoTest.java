package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatDemoTest {

  @Test
  void everybodyHearsEverythingInOrder(@TempDir Path folder) throws Exception {
    Program.Ended ended = Program.run(folder, ChatDemo.class);

    assertEquals("", ended.errors());
    assertEquals(
        """
        Ada heard    Ada came in
        Ada heard    Grace came in
        Ada heard    Ada: Good morning!
        Ada heard    Grace: Have you seen the bug?
        Grace heard  Grace came in
        Grace heard  Ada: Good morning!
        Grace heard  Grace: Have you seen the bug?
        Grace heard  Ada went home
        Grace heard  Grace: Now it is quiet.
        """,
        ended.output());
    assertEquals(0, ended.status());
  }
}
