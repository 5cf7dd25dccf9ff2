@Topology
interface Shop {
  @Producer("seeds") void sow(int seed);
  @Consumer("seeds") @Producer("plants") default IntStream grow(int seed) { return IntStream.of(seed); }
  //E [CarrierPayload] IntStream cannot be sent through a channel, which hands over values in a Stream and in nothing that is like one. Write Stream<Integer>, or wrap it in a record.
  @Consumer("plants") int harvest();
  @Producer("sales") void sell(double price);
  @Consumer("sales") OptionalDouble sale();
  //E [CarrierPayload] OptionalDouble cannot be sent through a channel, which hands over values in an Optional and in nothing that is like one. Write Optional<Double>, or wrap it in a record.
  @Producer("names") void call(Iterator<String> names);
  //E [CarrierPayload] Iterator<String> cannot be sent through a channel, which hands over values in a Stream and in nothing that is like one. Send String, or wrap it in a record.
  @Consumer("names") Iterator<String> named();
  @Producer("lines") void print(BaseStream<String, ?> lines);
  //E [CarrierPayload] BaseStream<String, ?> cannot be sent through a channel, which hands over values in a Stream and in nothing that is like one. Send String, or wrap it in a record.
  @Consumer("lines") String line();
  @Producer("ages") void count(OptionalInt age);
  //E [CarrierPayload] OptionalInt cannot be sent through a channel, which hands over values in an Optional and in nothing that is like one. Send Integer, or wrap it in a record.
  @Consumer("ages") @Producer("oldest") default OptionalLong oldest(Receiver<OptionalInt> ages) { return OptionalLong.empty(); }
  //E [CarrierPayload] OptionalLong cannot be sent through a channel, which hands over values in an Optional and in nothing that is like one. Send Long, or wrap it in a record.
  @Consumer("oldest") long age();
  @Close("ages") void finish();
  @Producer("words") void say(String word);
  @Consumer("words") Iterator<String> said();
  //E [CarrierPayload] Iterator<String> cannot be sent through a channel, which hands over values in a Stream and in nothing that is like one. Send String, or wrap it in a record.
}
