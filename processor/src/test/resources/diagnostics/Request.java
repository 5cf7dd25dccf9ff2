@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol) throws InterruptedException;
  @Request("quotes") Number ask(String symbol, java.time.Duration timeout) throws Exception;
  @Request("quotes") Object askAnyway(String symbol);
  @Workers(2) @Consumer("quotes") default long answer(CharSequence symbol) { return symbol.length(); }

  @Request("files") Optional<String> find(String path) throws IOException;
  @Close("files") void noMoreFiles();
  @Consumer("files") default Optional<String> read(String path) throws IOException, InterruptedException { return Optional.of(path); }

  @Request("saves") void save(String path) throws java.io.FileNotFoundException, IOException;
  @Consumer("saves") default void write(String path) throws IOException {}
}
