@Topology
interface Shop {
  @Producer("мои-заказы") void submit(String order);
  @Consumer("мои-заказы") String next();
  @Producer("моиЗаказы") void submitMine(String order);
  //E [SameField] "мои-заказы" and "моиЗаказы" would be the same field in ShopTopology. Rename one.
  @Consumer("моиЗаказы") String nextOfMine();
  @Producer("жалобы") void complain(String complaint);
  @Consumer("жалобы") String nextComplaint();
}
