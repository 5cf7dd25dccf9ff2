@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol);
  //E [ServerMissing] ask(String) sends requests to "quotes", but no stage answers them. Add @Consumer("quotes") default long answer(String symbol).
  @Request("saves") void save(List<String> lines) throws IOException;
  //E [ServerMissing] save(List<String>) sends requests to "saves", but no stage answers them. Add @Consumer("saves") default void answer(List<String> lines).
}
