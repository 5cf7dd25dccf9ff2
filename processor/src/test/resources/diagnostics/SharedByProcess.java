@Topology
interface Shop {
  @Producer("priced") void submit(String order);
  default void invoice(@Consumer("priced") Receiver<String> some, @Consumer("priced") Receiver<String> others) {}
  //E [DuplicateEnd] some and others of invoice(Receiver<String>, Receiver<String>) are both the receive end of "priced". Keep one.
  @Consumer("priced") default void ship(String order) {}
  //E [Shared] invoice(Receiver<String>, Receiver<String>) and ship(String) both consume "priced", so each value would reach only one of them. Add @Broadcast("priced") if both need every value, or make them one stage with @Workers.
}
