@Topology
interface Shop {
  @Producer("lines") int add(String line);
  //E [ProducerShape] add(String) returns int. A @Producer method returns void (waits), boolean (tries) or Sender<String>.
  @Consumer("lines") String next();
}
