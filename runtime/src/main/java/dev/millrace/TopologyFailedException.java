package dev.millrace;

/**
 * A stage threw, and the topology ended because of it. The {@linkplain #getCause() cause} is what
 * the stage threw; failures of other stages that followed are {@linkplain #getSuppressed()
 * suppressed}.
 *
 * <pre>{@code
 * @Topology
 * interface Shop {
 *   @Producer("orders") void order(String article) throws InterruptedException;
 *
 *   @Consumer("orders")
 *   default void pack(String article) {
 *     throw new IllegalStateException("no box for " + article);
 *   }
 * }
 *
 * try (var shop = ShopTopology.start()) {
 *   shop.order("tea");
 * } catch (TopologyFailedException failure) {
 *   System.out.println(failure.stage()); // Shop.pack
 *   System.out.println(failure.getCause().getMessage()); // no box for tea
 * }
 * }</pre>
 */
public final class TopologyFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The name of the stage's thread. */
  private final String stage;

  /**
   * A failure of a stage.
   *
   * @param stage the name of the stage's thread, such as {@code JobBoard.work-3}
   * @param cause what it threw
   */
  public TopologyFailedException(String stage, Throwable cause) {
    super("Stage " + stage + " failed: " + ThrownText.of(cause), cause);
    this.stage = stage;
  }

  /** {@return the name of the stage's thread, such as {@code JobBoard.work-3}} */
  public String stage() {
    return stage;
  }
}
