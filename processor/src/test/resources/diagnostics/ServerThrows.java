@Topology
interface Quotes {
  @Request("quotes") long ask(String symbol);
  //E [ServerThrows] answer(String) may throw IOException, but ask(String) does not. Add throws IOException to ask(String).
  @Request("quotes") long askAgain(String symbol) throws java.io.FileNotFoundException;
  //E [ServerThrows] answer(String) may throw IOException, but askAgain(String) does not. Add throws IOException to askAgain(String).
  @Consumer("quotes") default long answer(String symbol) throws IOException, InterruptedException, IllegalStateException { return 1; }
}
