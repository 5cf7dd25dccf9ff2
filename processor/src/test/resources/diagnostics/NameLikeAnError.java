@Topology
interface Shop {
  @Producer("<error>") void submit(String order);
  //E [BadName] "<error>" is not a channel name. Use letters, digits, '-', '_' and '.', starting with a letter.
  @Consumer("<error>") String next();
}
