@Topology(stages = Work.class)
interface Shop {
  @Producer("jobs") void submit(String job) throws InterruptedException;
  @Producer("audit") void log(String line);
  //E [NoConsumer] Nothing receives from "audit", so log(String) would wait for ever. Add a @Consumer("audit") method.
  @Producer("lines") int add(String line);
  //E [ProducerShape] add(String) returns int. A @Producer method returns void (waits), boolean (tries) or Sender<String>. To wait for an answer, use @Request("lines").
  @Consumer("lines") String next();
}
final class Work {
  @Consumer("jobs") void work(String job) {}
}
final class Use {
  private ShopTopology shop = ShopTopology.start(new Work());
  void use(StartOptions options) throws InterruptedException {
    try (ShopTopology own = ShopTopology.start(options, new Work())) {
      own.submit("job");
      own.add(own.next());
      shop.stop();
      Shop same = own;
      RunningTopology running = shop;
      same.log("line");
      running.join();
    }
  }
}
