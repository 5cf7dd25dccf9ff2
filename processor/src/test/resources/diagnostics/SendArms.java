@Topology
interface Exchange {
  @Consumer("left") String takeLeft();
  @Producer("right") void putRight(String value);
  @Consumer("wide") Integer takeWide();
  @Consumer("bells") void awaitBell();
  sealed interface Event {
    //E ecj [Event.Sent] [SendWithoutValue] Sent sends to "left", but next() takes no value for it. Add a parameter with @Producer("left").
    @Producer("left") record Sent() implements Event {}
    //E javac [SendWithoutValue] Sent sends to "left", but next() takes no value for it. Add a parameter with @Producer("left").
    @Producer("bells") record Rung() implements Event {}
    @Case("right") record Got(String value) implements Event {}
  }
  @Select Event next();
  sealed interface Both {
    //E ecj [Both.Two] [MixedAnnotations] Two has @Case and @Producer, but does one thing only. Keep one of them.
    //E ecj [Both.Three] [MixedAnnotations] Three has @Producer and @Otherwise, but does one thing only. Keep one of them.
    @Case("right") @Producer("left") record Two(String value) implements Both {}
    //E javac [MixedAnnotations] Two has @Case and @Producer, but does one thing only. Keep one of them.
    @Case("right") record Right(String value) implements Both {}
    @Producer("left") @Otherwise record Three() implements Both {}
    //E javac [MixedAnnotations] Three has @Producer and @Otherwise, but does one thing only. Keep one of them.
  }
  @Select Both both();
  sealed interface Wrong {
    //E ecj [Wrong.Sent] [ArmShape] Sent says that a value was sent, which the caller has. Remove its components.
    //E ecj [Wrong.Wide] [UnknownGuard] Exchange has no method isOpen() that could guard Wide. Add one that returns boolean.
    //E ecj [Wrong.Again] [DuplicateCase] Wide and Again both stand for "wide". Keep one.
    @Producer("left") record Sent(String value) implements Wrong {}
    //E javac [ArmShape] Sent says that a value was sent, which the caller has. Remove its components.
    @Producer(value = "wide", when = "isOpen") record Wide() implements Wrong {}
    //E javac [UnknownGuard] Exchange has no method isOpen() that could guard Wide. Add one that returns boolean.
    @Producer("wide") record Again() implements Wrong {}
    //E javac [DuplicateCase] Wide and Again both stand for "wide". Keep one.
  }
  @Select Wrong wrong(
      @Producer("left") String one,
      @Producer("left") String two,
      //E [OfferTwice] wrong(String, String, Integer, String) takes two values for "left", but sends one. Keep one parameter.
      @Producer("wide") Integer three,
      @Producer("right") String four);
      //E [OfferWithoutArm] wrong(String, String, Integer, String) takes a value for "right", but has no arm that sends it. Add a record without components with @Producer("right").
}
