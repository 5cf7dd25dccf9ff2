@Topology
@Buffer(channel = "quotes", size = 8)
//W [RequestBuffer] Callers of ask(String) wait for their reply anyway; a buffer for "quotes" only lets requests queue up.
interface Quotes {
  @Request("quotes") long ask(String symbol);
  @Consumer("quotes") default long answer(String symbol) { return 1; }
}
