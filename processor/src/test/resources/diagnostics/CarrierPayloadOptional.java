@Topology
interface Shop {
  @Producer("orders") void submit(Optional<String> order);
  //E [CarrierPayload] Optional<String> cannot be sent through a channel, because a receiver could not tell "none" from "closed". Send String, or wrap it in a record.
  @Consumer("orders") Optional<String> next();
}
