@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol);
  @Producer("quotes") void tell(String symbol);
  //E [RequestMixed] "quotes" has both @Request ask(String) and @Producer tell(String). Requests carry a reply; use a channel of their own.
  @Consumer("quotes") default long answer(String symbol) { return 1; }

  @Request("prices") long price(String symbol);
  @Consumer("prices") String next();
  //E [RequestMixed] "prices" has both @Request price(String) and @Consumer next(). Requests carry a reply; use a channel of their own.

  @Request("names") String name(String symbol);
  @Consumer("names") default String look(String symbol) { return symbol; }
  @Producer("lines") default List<String> ignore() { return List.of(); }
  //E [EndlessSource] ignore() would be called for ever. Return Stream<List<String>>, or take a Sender<List<String>> and return when done.
  @Consumer("symbols") @Producer("names") default String pass(String symbol) { return symbol; }
  //E [RequestMixed] "names" has both @Request name(String) and @Producer pass(String). Requests carry a reply; use a channel of their own.
  @Producer("symbols") void symbol(String symbol);
  @Consumer("lines") List<String> lines();
}
