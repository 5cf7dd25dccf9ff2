@Topology
interface Clock {
  @SuppressWarnings("rawtypes")
  @Producer("ticks") default void tick(Sender ticks) {}
  //W [RawView] Sender has no type argument. Write Sender<String>.
  @Consumer("ticks") String next();
  @Producer("words") void add(String word);
  @Close("words") void finish();
  @SuppressWarnings({"rawtypes", "millrace:RawView"})
  @Consumer("words") default void count(Receiver words) {}
}
