@Topology
@Broadcast("quotes")
//E [BroadcastRequest] "quotes" carries requests, and a request has one reply. Take "quotes" out of @Broadcast.
interface Quotes {
  @Request("quotes") long ask(String symbol);
  @Consumer("quotes") default long answer(String symbol) { return 1; }
}
