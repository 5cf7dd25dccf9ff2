@Topology(stages = {X.class, Y.class})
interface Shop {
//W [Cycle] X.on -> "e" -> Y.on -> "c" -> X.on is a loop without any buffer. Once every stage holds a value, all of them wait. Buffer one of "e", "c".
  @Producer("c") void put(int value);
}
class X {
  @Consumer("c") @Producer("e") int on(int value) { return value; }
}
class Y {
  @Consumer("e") @Producer("c") Optional<Integer> on(int value) { return Optional.of(value); }
}
