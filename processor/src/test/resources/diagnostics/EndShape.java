@Topology
interface Case {
  @Producer("as") void a(String a);
  @Producer("bs") void b(int b);
  @Consumer("cs") String next();
  @Consumer("ds") String nextOther();

  default void one(
      @Consumer("as") String a,
      //E [EndShape] a of one(String, int, Sender<? extends String>) is no end of a channel, and the method is called only once. Take a Receiver<String>, or annotate the method and not its parameters.
      @Consumer("bs") int b,
      //E [EndShape] b of one(String, int, Sender<? extends String>) is no end of a channel, and the method is called only once. Take a Receiver<Integer>, or annotate the method and not its parameters.
      @Producer("cs") Sender<? extends String> cs) {}
      //E [EndShape] Nothing can be sent through a Sender<? extends String>. Write Sender<String>.

  @Producer("es") void e(String e);
  @Producer("fs") void f(String f);

  default void other(
      @Consumer("es") Sender<String> es,
      //E [EndShape] es receives from "es", but is a Sender<String>. Take a Receiver, or write @Producer.
      @Producer("ds") Receiver<String> ds,
      //E [EndShape] ds sends to "ds", but is a Receiver<String>. Take a Sender, or write @Consumer.
      @Consumer("fs") Receiver<? super String> fs) {}
      //E [EndShape] The values of a Receiver<? super String> could be anything. Write Receiver<String>.
}
