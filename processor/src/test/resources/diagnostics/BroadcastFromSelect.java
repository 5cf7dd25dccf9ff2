@Topology
@Buffer(channel = "kept", size = 8)
@Broadcast({"prices", "kept"})
interface Shop {
  sealed interface Outcome {
  //E ecj [Outcome.Published] [BroadcastFromSelect] publish(Long, String) sends to "prices", whose consumers would take the value one by one, and an arm happens at once. Give "prices" a buffer.
    @Producer("prices")
    //E javac [BroadcastFromSelect] publish(Long, String) sends to "prices", whose consumers would take the value one by one, and an arm happens at once. Give "prices" a buffer.
    record Published() implements Outcome {}
    @Producer("kept") record Kept() implements Outcome {}
    @Otherwise record Nobody() implements Outcome {}
  }
  @Select Outcome publish(@Producer("prices") Long price, @Producer("kept") String kept);
  @Consumer("prices") default void show(long price) {}
  @Consumer("prices") default void log(long price) {}
  @Consumer("kept") default void showKept(String kept) {}
  @Consumer("kept") default void logKept(String kept) {}
}
