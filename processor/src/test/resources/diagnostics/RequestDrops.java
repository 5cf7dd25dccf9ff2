@Topology
@Buffer(channel = "quotes", size = 8, overflow = Overflow.DROP_OLDEST)
//E [RequestDrops] "quotes" would drop requests, and their callers would wait for ever. Remove overflow = DROP_OLDEST.
interface Quotes {
  @Request("quotes") long ask(String symbol);
  @Consumer("quotes") default long answer(String symbol) { return 1; }
}
