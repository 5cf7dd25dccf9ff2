package dev.millrace.examples.orders;

/** Nobody sells that. */
public final class UnknownSku extends Exception {

  private static final long serialVersionUID = 1;

  private final String sku;

  UnknownSku(String sku) {
    super("nobody sells " + sku);
    this.sku = sku;
  }

  /** What nobody sells. */
  public String sku() {
    return sku;
  }
}
