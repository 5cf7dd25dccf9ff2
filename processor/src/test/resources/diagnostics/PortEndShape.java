@Topology
interface Shop {
  @Producer("orders") void submit(String order);
  @Producer("orders") Sender<String> orders(int place);
  //E [ProducerShape] orders(int) returns a Sender and takes a value. Remove the parameters, or return void to send the value.
  @Producer("orders") Sender<? extends String> some();
  //E [ProducerShape] some() returns Sender<? extends String>, through which nothing can be sent. Write Sender<T>.
  @Producer("orders") String order();
  //E [ProducerShape] order() returns String. A @Producer method returns void (waits), boolean (tries) or Sender<T>. To wait for an answer, use @Request("orders").
  @Consumer("orders") Receiver<? super String> all();
  //E [ConsumerShape] all() returns Receiver<? super String>, whose values could be anything. Write Receiver<String>.
  @Consumer("orders") Received<? super String> poll();
  //E [ConsumerShape] poll() returns Received<? super String>, whose values could be anything. Write Received<String>.
}
