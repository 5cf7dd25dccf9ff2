@Topology
interface Shop {
//W [EmptyTopology] Shop has neither ports nor stages, so there is nothing to run. Annotate a method with @Producer, @Consumer or @Select, or remove @Topology.
  default void work(String job) {}
}
@SuppressWarnings("millrace:EmptyTopology")
@Topology
interface Later {}
