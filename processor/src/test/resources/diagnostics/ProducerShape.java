@Topology
interface Shop {
  @Producer("lines") int add(String line);
  //E [ProducerShape] add(String) returns int. A @Producer method returns void (waits) or boolean (tries).
  @Consumer("lines") String next();
}
