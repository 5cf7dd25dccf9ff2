@Topology
interface Shop {
  record Turnstile(int number) {}
  @Producer("arrivals") void arrive(Turnstile at);
  @Consumer("numbers") int next();
  @Workers(value = 2, ordered = true) @Consumer("arrivals") @Producer("numbers")
  default int pass(Turnstile at) { return at.number(); }
}
