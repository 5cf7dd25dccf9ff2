@Topology(stages = Clerk.class)
interface Quotes {
  @Request("quotes") long ask();
  //E [RequestShape] ask() sends nothing. A @Request method takes the question, optionally a Duration, and returns the answer.
  @Request("quotes") long askTwice(String symbol, String place, java.time.Duration timeout) throws java.util.concurrent.TimeoutException;
  //E [TwoPayloads] askTwice(String, String, Duration) has 2 values to send. Put them in a record.
  @Request("quotes") default long askMyself(String symbol) { return 1; }
  //E [RequestShape] askMyself(String) has a body, but a request is a port, which is implemented for you. Remove the body, or write @Consumer("quotes") to make it the server.
  @Consumer("quotes") default long answer(String symbol) { return 1; }

  @Request("prices") long price(String symbol);
  @Consumer("prices") default long sum(Receiver<String> symbols) { return 1; }
  //E [RequestShape] sum(Receiver<String>) cannot answer "prices". The server of a request takes one question and returns the reply, without @Producer.
  @Request("names") String name(String symbol);
  @Consumer("names") @Producer("lines") default String look(String symbol) { return symbol; }
  //E [RequestShape] look(String) cannot answer "names". The server of a request takes one question and returns the reply, without @Producer.
  @Consumer("lines") String line();

  @Request("bells") @Producer("bells") void ring(String bell);
  //E [MixedAnnotations] ring(String) has @Request and @Producer, but does one thing only. Keep one of them.
  @Request("doors") @Close("doors") void shut(String door);
  //E [MixedAnnotations] shut(String) has @Request and @Close, but does one thing only. Keep one of them.
  @Consumer("bells") default void hear(String bell) {}
  @Consumer("doors") default void open(String door) {}
  @Workers(2) @Request("sums") long add(int number);
  //E [WorkersOnPort] @Workers is for stages; add(int) runs in the caller's thread. Remove it.
  @Consumer("sums") default long total(int number) { return number; }
}
interface Clerk {
  @Request("quotes") long askClerk(String symbol);
  //E [PortInStages] askClerk(String) is a port, but Clerk is one of the stages, which are not implemented for you. Move it to Quotes.
}
