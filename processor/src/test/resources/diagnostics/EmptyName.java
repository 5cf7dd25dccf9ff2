@Topology
interface Shop {
  @Producer("") void submit(String job);
  //E [EmptyName] The channel has no name. Write @Producer("orders").
}
