@Topology
interface Shop {
  @Producer("orders") void submit(Void order);
  //E [CarrierPayload] Void cannot be sent through a channel, because its only value is null. Send nothing to make the channel a signal.
  @Consumer("orders") Void next();
}
