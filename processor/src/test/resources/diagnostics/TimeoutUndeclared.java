@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol, java.time.Duration timeout) throws InterruptedException;
  //E [TimeoutUndeclared] ask(String, Duration) can time out. Add throws TimeoutException.
  @Consumer("quotes") default long answer(String symbol) { return 1; }
}
