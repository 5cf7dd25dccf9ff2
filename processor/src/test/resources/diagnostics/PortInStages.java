@Topology(stages = {Ends.class, Work.class, Other.class})
interface Shop {
  @Producer("d") void feed(int number);
  @Consumer("a") int first();
  @Consumer("b") int second();
  @Consumer("c") int third();
  @Consumer("e") int fifth();
  @Consumer("f") void sixth();
  @Consumer("g") int seventh();
  @Producer("h") void eighth(int number);
  @Producer("i") void ninth(int number);
  @Producer("j") void tenth(int number);
}
interface Ends {
  @Producer("a") void put(int number);
  //E [PortInStages] put(int) is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Producer("b") boolean offer(int number, java.time.Duration timeout);
  //E [PortInStages] offer(int, Duration) is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Producer("c") Sender<Integer> numbers();
  //E [PortInStages] numbers() is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Producer("f") void ring();
  //E [PortInStages] ring() is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Consumer("h") int take();
  //E [PortInStages] take() is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Consumer("i") Optional<Integer> next();
  //E [PortInStages] next() is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Consumer("j") Received<Integer> poll(java.time.Duration timeout);
  //E [PortInStages] poll(Duration) is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Close("d") void finish();
  //E [PortInStages] finish() is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Select Event select();
  //E [PortInStages] select() is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Select Event select(java.time.Duration timeout);
  //E [PortInStages] select(Duration) is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  @Select Event select(@Producer("e") int number);
  //E [PortInStages] select(int) is a port, but Ends is one of the stages, which are not implemented for you. Move it to Shop.
  sealed interface Event {}
  record Only() implements Event {}
}
abstract class Work {
  @Consumer("d") abstract Receiver<Integer> numbers();
  //E [PortInStages] numbers() is a port, but Work is one of the stages, which are not implemented for you. Move it to Shop.
  @Producer("g") boolean offer(int number) { return true; }
  //E [StageShape] offer(int) fits no source, because it consumes nothing. A source takes no parameter, or one Sender<T>.
  @Producer("a") abstract int make();
  //E [EndlessSource] make() would be called for ever. Return Stream<Integer>, or take a Sender<Integer> and return when done.
}
@Topology
interface Other {
  @Producer("orders") void order(int number);
  //E [PortInStages] order(int) is a port, but Other is one of the stages, which are not implemented for you. Move it to Shop.
  @Consumer("orders") Received<Integer> order();
  //E [PortInStages] order() is a port, but Other is one of the stages, which are not implemented for you. Move it to Shop.
}
