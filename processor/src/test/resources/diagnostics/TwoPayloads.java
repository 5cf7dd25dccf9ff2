@Topology
interface Shop {
  @Producer("lines") void add(String line, int number);
  //E [TwoPayloads] add(String, int) has 2 values to send. Put them in a record.
  @Consumer("lines") String next();
}
