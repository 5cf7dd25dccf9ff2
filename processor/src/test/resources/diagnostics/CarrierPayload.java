@Topology
interface Shop {
  @Producer("orders") void submit(Stream<String> orders);
  //E [CarrierPayload] Stream<String> cannot be sent through a channel, because a receiver could not tell Stream<String> from the way a channel hands over its values. Send String, or wrap it in a record.
  @Consumer("orders") Object next();
}
