@Topology
interface Shop {
  @Producer("priced") void submit(String order);
  @Consumer("priced") default void invoice(String order) {}
  @Consumer("priced") default void ship(String order) {}
  //E [Shared] invoice(String) and ship(String) both consume "priced", so each value would reach only one of them. Add @Broadcast("priced") if both need every value, or make them one stage with @Workers.
}
