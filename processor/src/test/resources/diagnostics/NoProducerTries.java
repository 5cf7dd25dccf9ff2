@Topology
interface Shop {
  @Consumer("orders") Received<String> poll();
  //E [NoProducer] Nothing sends to "orders", so poll() would never get a value. Add a @Producer("orders") method.
  @Consumer("refunds") Received<String> refund(java.time.Duration patience);
  //E [NoProducer] Nothing sends to "refunds", so refund(Duration) would never get a value. Add a @Producer("refunds") method.
  @Producer("notes") boolean note(String text, java.time.Duration patience);
  //E [NoConsumer] Nothing receives from "notes", so note(String, Duration) would never succeed. Add a @Consumer("notes") method.
}
