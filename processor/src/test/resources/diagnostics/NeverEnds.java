@Topology
@Buffer(channel = "words", size = 16)
interface Shop {
//W [NeverEnds] Closing "lines" cannot end split and merge: each waits for the other's channel to close. Only close() stops them.
  @Producer("lines") void add(String line);
  @Close("lines") void finish();
  @Consumer("lines") @Producer("words") default Stream<String> split(String line) { return Stream.of(line); }
  @Consumer("words") @Producer("lines") default Optional<String> merge(String word) { return Optional.empty(); }
}
