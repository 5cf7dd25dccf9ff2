@Topology
interface Shop {
  @Producer("priced") void submit(String order);
  @Consumer("priced") default void invoice(String order) {}
  @Consumer("priced") default void ship(String order) {}
  //E [Shared] invoice(String), ship(String) and count(Object) all consume "priced", so each value would reach only one of them. Make them one stage with @Workers, or give each a channel of its own.
  @Consumer("priced") default void count(Object order) {}
}
