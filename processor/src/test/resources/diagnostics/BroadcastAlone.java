@Topology
@Broadcast({"priced", "lines"})
//W [BroadcastAlone] Only invoice(String) consumes "priced", so @Broadcast changes nothing.
//W [BroadcastAlone] Only next() consumes "lines", so @Broadcast changes nothing.
interface Shop {
  @Producer("priced") void submit(String order);
  @Workers(4) @Consumer("priced") default void invoice(String order) {}
  @Producer("lines") void add(String line);
  @Consumer("lines") String next();
}
