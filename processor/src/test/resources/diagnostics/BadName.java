@Topology
interface Shop {
  @Producer("my orders") void submit(String order);
  //E [BadName] "my orders" is not a channel name. Use letters, digits, '-', '_' and '.', starting with a letter.
  @Consumer("my orders") String next();
}
