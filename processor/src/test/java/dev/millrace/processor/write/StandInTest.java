package dev.millrace.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.millrace.processor.TopologyProcessor;
import org.junit.jupiter.api.Test;

/** A topology with errors has a class nevertheless, so that its uses are no errors too. */
class StandInTest {

  @Test
  void leavesNoErrorsWhereTheTopologyIsUsed() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new TopologyProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "demo.Faulty",
                    """
                    package demo;
                    import dev.millrace.annotation.*;
                    @Topology(stages = Worker.class)
                    interface Faulty<T extends Comparable<T>> {
                      @Producer("jobs") void put(T job) throws InterruptedException;
                      @Consumer("results") T next() throws InterruptedException;
                      void reset(int... levels);
                      @Producer("jobs") <S> void putAll(Iterable<S> jobs);
                    }
                    """),
                JavaFileObjects.forSourceString(
                    "demo.Worker",
                    """
                    package demo;
                    import dev.millrace.annotation.*;
                    class Worker {
                      @Consumer("job") void work(Object job) {}
                    }
                    """),
                JavaFileObjects.forSourceString(
                    "demo.Main",
                    """
                    package demo;
                    class Main {
                      public static void main(String[] arguments) throws InterruptedException {
                        try (var faulty = FaultyTopology.<String>start(new Worker())) {
                          faulty.put("one");
                          String next = faulty.next();
                          faulty.reset(1, 2);
                          System.out.println(next + faulty.snapshot());
                        }
                      }
                    }
                    """));

    assertThat(compilation).failed();
    assertThat(compilation).hadErrorContaining("[NoConsumer]");
    assertThat(compilation).hadErrorContaining("[Unimplemented]");
    assertThat(compilation).hadErrorContaining("[GenericMethod]");
    for (var error : compilation.errors()) {
      if (!error.getMessage(null).startsWith("[")) {
        throw new AssertionError("The compiler added: " + error);
      }
    }
  }
}
