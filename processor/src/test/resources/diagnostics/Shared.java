@Topology
interface Shop {
  @Producer("priced") void submit(String order);
  @Consumer("priced") default void invoice(String order) {}
  @Consumer("priced") default void ship(String order) {}
  //E [Shared] invoice(String), ship(String) and count(Object) all consume "priced", so each value would reach only one of them. Add @Broadcast("priced") if all need every value, or make them one stage with @Workers.
  @Consumer("priced") default void count(Object order) {}
}
