@Topology
interface Shop {
  @Producer("orders") void submit(String order);
  @Producer("orders") void put(String order, java.time.Duration patience);
  //E [TimedResult] put(String, Duration) returns void, so a time-out has no result. Return boolean, or put both values in a record to send them.
  @Consumer("orders") String next(java.time.Duration patience);
  //E [TimedResult] next(Duration) returns String, so a time-out has no result. Return Received<String>.
  @Consumer("orders") Optional<String> take(java.time.Duration patience);
  //E [TimedResult] take(Duration) returns Optional<String>, so a time-out has no result. Return Received<String>.
  @Consumer("orders") Receiver<String> all(java.time.Duration patience);
  //E [TimedResult] all(Duration) returns Receiver<String>, so a time-out has no result. Return Received<String>.
  @Producer("bell") void ring();
  @Consumer("bell") void heard(java.time.Duration patience);
  //E [TimedResult] heard(Duration) returns void, so a time-out has no result. Return Received<Signal>.
  @Producer("counts") boolean count(int count, java.time.Duration patience);
  @Consumer("counts") int counted(java.time.Duration patience);
  //E [TimedResult] counted(Duration) returns int, so a time-out has no result. Return Received<Integer>.
}
