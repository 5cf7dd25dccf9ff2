@Topology
interface Quotes {
  @Request("quote") long ask(String symbol);
  //E [NoConsumer] ask(String) sends to "quote" and answer(String) receives from "quotes". If they are the same channel, use one name.
  @Consumer("quotes") default long answer(String symbol) { return 1; }
}
