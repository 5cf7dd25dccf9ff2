@Topology(stages = {Case.Tee.class, Case.Quiet.class})
interface Case {
  //W [Cycle] tee -> "rights" -> back -> "ins" -> tee is a loop without any buffer. Once every stage holds a value, all of them wait. Buffer one of "rights", "ins".
  @Producer("ins") void in(Integer in);

  class Tee {
    void tee(
        @Consumer("ins") Receiver ins,
        //W [RawView] Receiver has no type argument. Write Receiver<Integer>.
        @Producer("lefts") Sender<Integer> lefts,
        //E [ViewMismatch] "lefts" carries Number, so its send end is Sender<Number>, not Sender<Integer>. Write Sender<? super Integer>.
        @Producer("rights") Sender<Integer> rights) {}
  }

  class Quiet extends Tee {
    void tee(Receiver ins, Sender<Integer> lefts, Sender<Integer> rights) {}
    //W [OverrideLost] tee(Receiver, Sender<Integer>, Sender<Integer>) overrides a stage of Tee but has no annotation, so nothing runs it. Repeat the annotations of its parameters, or rename it.

    @Producer("lefts") Stream<Number> others() { return Stream.of(); }
  }

  @Consumer("lefts") Number next();
  @Consumer("rights") @Producer("ins") default int back(int right) { return right; }

  default void grow(@Consumer("own") Receiver<String> own, @Producer("own") Sender<String> more) {}
  //W [SelfLoop] grow(Receiver<String>, Sender<String>) sends to the channel it receives from. Once "own" is full and every worker sends, all of them wait. Put new values on another channel, or make sure that they become fewer.

  default void clock(@Producer("tocks") Sender<Long> ticks) {}
  //E [NoConsumer] clock(Sender<Long>) sends to "tocks" and watch(Receiver<Long>) receives from "ticks". If they are the same channel, use one name.
  default void watch(@Consumer("ticks") Receiver<Long> ticks) {}
}
