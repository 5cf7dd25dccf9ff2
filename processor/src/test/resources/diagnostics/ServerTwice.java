@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol);
  @Consumer("quotes") default long answer(String symbol) { return 1; }
  @Consumer("quotes") default long lookup(String symbol) { return 2; }
  //E [ServerTwice] answer(String) and lookup(String) both answer "quotes"; a request has one reply. Keep one (with @Workers for more).
}
