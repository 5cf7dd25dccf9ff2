@Topology
interface Shop {
  @Consumer("retries") @Producer("retries") default String retry(String job) { return job; }
  //E [Unreachable] Nothing ever arrives at retry(String): "retries" is only fed by retry(String) itself. Send to "retries" from a port or a source too.
}
