@Topology
interface Shop {
  @Producer("lines") int add(String line);
  //E [ProducerShape] add(String) returns int. A @Producer method returns void (waits), boolean (tries) or Sender<String>. To wait for an answer, use @Request("lines").
  @Consumer("lines") String next();
}
