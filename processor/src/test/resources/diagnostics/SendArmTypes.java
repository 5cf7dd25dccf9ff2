@SuppressWarnings("millrace:AlsoConsumed") @Topology
interface Exchange {
  @Consumer("left") Integer takeLeft();
  //E [TypeMismatch] Channel "left" cannot carry both String and Integer.
  //| next(String) sends String.
  //| takeLeft() takes Integer, and String is not an Integer.
  //| Change takeLeft() to take String, or give Integer a channel of its own.
  @Producer("right") void putRight(String value);
  @Producer("more") void putMore(String value);
  sealed interface Event {
    @Producer("left") record Sent() implements Event {}
    @Case("right") record Got(String value) implements Event {}
  }
  @Select Event next(@Producer("left") String value);
  sealed interface Lonely {
    @Producer("lonely") record Alone() implements Lonely {}
  }
  @Consumer("lonely") String takeLonely();
  @Select Lonely lonely(@Producer("lonely") String value);
  //W [OneArm] lonely(String) waits for one channel only. Use @Producer("lonely").
  sealed interface OfStage {
    //E ecj [OfStage.Done] [SendInStage] Done sends to "results", but on(OfStage) has a body and is told what came. Put @Producer("results") on on(OfStage) and return the value.
    @Case("right") record Right(String value) implements OfStage {}
    @Case("more") record More(String value) implements OfStage {}
    @Producer("results") record Done() implements OfStage {}
    //E javac [SendInStage] Done sends to "results", but on(OfStage) has a body and is told what came. Put @Producer("results") on on(OfStage) and return the value.
  }
  @Consumer("results") String result();
  @Select default void on(OfStage event) {}
}
