package dev.millrace.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Names of the user's that mean something else in generated code, or meet there. */
class NameClashTest {

  private static final String IMPORTS = "import dev.millrace.annotation.*; import java.util.*; ";

  @Test
  void aChannelMayHaveTheNameOfAPackageThatIsWrittenOut() {
    compiles(
        source(
            "demo.Shop",
            """
            @Topology interface Shop {
              record Thread(String title) {}
              record Signal(int level) {}
              record Duration(int hours) {}
              @Producer("java") void ask(Thread thread);
              @Producer("java") boolean ask(Thread thread, java.time.Duration patience);
              @Consumer("java") default void answer(Thread thread) {}
              @Producer("dev") void raise(Signal signal);
              @Consumer("dev") default void heed(Signal signal) {}
              @Producer("bell") void ring();
              @Consumer("bell") void awaitRing();
            }
            """));
  }

  @Test
  void aStageClassMayHaveTheNameOfAPackageThatIsWrittenOut() {
    compiles(
        source(
            "tools.Java",
            """
            public class Java {
              @Consumer("jobs") public void work(String job) {}
            }
            """),
        source(
            "demo.Shop",
            """
            @Topology(stages = tools.Java.class) interface Shop {
              record Objects(int count) {}
              record Dev(int count) {}
              @Producer("jobs") void submit(String job);
              @Producer("devs") boolean hire(Dev dev);
              @Consumer("devs") default void greet(Dev dev) {}
            }
            """));
  }

  @Test
  void stageClassesMayAllBeCalledTopology() {
    compiles(
        source(
            "one.Topology",
            """
            public class Topology {
              @dev.millrace.annotation.Consumer("a") public void work(int value) {}
            }
            """),
        source(
            "two.Topology",
            """
            public class Topology {
              @dev.millrace.annotation.Consumer("b") public void work(int value) {}
            }
            """),
        source(
            "demo.Topology_",
            """
            class Topology_ {
              @Consumer("c") void work(int value) {}
            }
            """),
        source(
            "demo.Shop",
            """
            @dev.millrace.annotation.Topology(
                stages = {one.Topology.class, two.Topology.class, Topology_.class})
            interface Shop {
              @Producer("a") void a(int value);
              @Producer("b") void b(int value);
              @Producer("c") void c(int value);
            }
            """));
  }

  @Test
  void aTypeBesideTheTopologyMayHaveTheNameOfOneInJavaLang() {
    compiles(
        source("demo.String", "record String(int length) {}"),
        source("demo.Override", "record Override(int value) {}"),
        source(
            "demo.Shop",
            """
            @Topology interface Shop {
              @Producer("names") void put(java.lang.String name);
              @Consumer("names") java.lang.String next();
              @Producer("lengths") void measure(String length);
              @Consumer("lengths") String length();
            }
            """));
  }

  private static void compiles(JavaFileObject... sources) {
    assertThat(Generation.of(new ArrayList<>(List.of(sources)))).succeededWithoutWarnings();
  }

  private static JavaFileObject source(String name, String text) {
    String packageName = name.substring(0, name.lastIndexOf('.'));
    return JavaFileObjects.forSourceString(name, "package " + packageName + "; " + IMPORTS + text);
  }
}
