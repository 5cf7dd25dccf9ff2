@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol) throws IOException, java.util.concurrent.TimeoutException;
  //E [CannotThrow] ask(String) declares IOException, which answer(String) never throws. Remove it.
  //E [CannotThrow] ask(String) declares TimeoutException, which answer(String) never throws. Remove it.
  @Consumer("quotes") default long answer(String symbol) throws InterruptedException { return 1; }
}
