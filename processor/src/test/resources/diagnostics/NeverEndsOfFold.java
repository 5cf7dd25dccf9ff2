@Topology
@Buffer(channel = "sums", size = 1)
interface Wheel {
  @Producer("numbers") void add(int number);
  @Close("numbers") void finish();
  @Consumer("numbers") @Producer("sums") default int sum(Receiver<Integer> numbers) { return 0; }
  //W [NeverEnds] sum(Receiver<Integer>) returns only when "numbers" is closed, which waits for sum(Receiver<Integer>) to end: sum -> "sums" -> again -> "numbers" -> sum. Unless it returns early, only close() stops it.
  @Consumer("sums") @Producer("numbers") default int again(int sum) { return sum; }
}
