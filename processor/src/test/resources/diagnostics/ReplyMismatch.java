@Topology
interface Quotes {
  record Quote(long cents) {}
  record Price(long cents) {}
  @Request("quotes") Quote ask(String symbol);
  //E [ReplyMismatch] ask(String) expects Quote, but answer(String) returns Price.
  @Consumer("quotes") default Price answer(String symbol) { return new Price(1); }

  @Request("sizes") long size(String symbol);
  //E [ReplyMismatch] size(String) expects long, but measure(String) returns int.
  @Consumer("sizes") default int measure(String symbol) { return 1; }

  @Request("saves") void save(String symbol);
  //E [ReplyMismatch] save(String) expects no reply, but write(String) returns int. Return int from save(String), or void from both.
  @Consumer("saves") default int write(String symbol) { return 1; }

  @Request("loads") String load(String symbol);
  //E [ReplyMismatch] load(String) expects String, but read(String) returns nothing. Return String from read(String), or void from both.
  @Consumer("loads") default void read(String symbol) {}

  @Request("pings") Void ping(String symbol);
  @Consumer("pings") default Void pong(String symbol) { return null; }
  //E [ReplyMismatch] pong(String) returns Void, whose only value is null, and null is no reply. Return void from pong(String) and from the requests of "pings".
}
