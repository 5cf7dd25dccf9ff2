@Topology
interface Shop extends Ports<Integer> {
  interface Receipt {}
  record Invoice() implements Receipt {}
  record Shipment() implements Receipt {}
  @Producer("receipts") void invoice(Invoice invoice);
  @Producer("receipts") void ship(Shipment shipment);
  @Consumer("receipts") Receipt nextReceipt();
  @Producer("batches") void submit(List<Invoice> orders);
  @Consumer("batches") List<? extends Receipt> next();
  @Producer("numbers") default void count(Sender<? super Integer> numbers) {}
  @Consumer("values") @Producer("numbers") default Integer same(Integer value) { return value; }
  @Consumer("numbers") Number nextNumber();
}
interface Ports<T> {
  @Producer("values") void put(T value);
}
