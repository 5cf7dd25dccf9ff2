package demo;

import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;

final class Names {

  private Names() {}

  /** Whatever a user may call things that generated code has names for as well. */
  @Topology(stages = Run.class)
  interface Tricky {

    record Channel(int value) {}

    record Sender(String value) {}

    record String(long value) {}

    record Options(int value) {}

    interface Yield {}

    @Producer("class")
    void put(Channel channel);

    @Producer("run")
    void run(Sender sender) throws InterruptedException;

    @Producer("my-orders")
    void my(String string) throws InterruptedException;

    @Producer("options")
    void options(Options options) throws InterruptedException;

    @Producer("left")
    void ringLeft();

    @Producer("right")
    void ringRight();

    @Producer("yield")
    void yieldTo(Yield yield);

    @Consumer("yield")
    default void yield(Yield yield) {}

    @Consumer("class")
    default void work(Channel channel) {}

    @Consumer("run")
    default void work(Sender sender) {}

    @Producer("interrupted")
    boolean interrupted(int[] value);

    @Select
    Selection select();

    sealed interface Bells {
      @Case(value = "left", when = "isOld")
      record Left() implements Bells {}

      @Case("right")
      record Right() implements Bells {}
    }

    sealed interface Selection {
      @Case("my-orders")
      record Override(String value) implements Selection {}

      @Case("interrupted")
      record SelectPort(int[] selection) implements Selection {}
    }
  }

  static class Run {
    static final Run run = new Run();

    @Consumer("options")
    void work(Tricky.Options options) {}

    @Select
    void hear(Tricky.Bells bells) {}

    @Deprecated
    boolean isOld() {
      return true;
    }

    void runYield() {}
  }
}
