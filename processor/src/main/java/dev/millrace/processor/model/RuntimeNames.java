package dev.millrace.processor.model;

/**
 * The names of everything in the runtime that the processor recognises or writes.
 *
 * <p>Names, not class literals: the types belong to the compilation being looked at, which may use
 * another version of the runtime than the processor was built with, and the processor path of a
 * user's build then needs no runtime at all.
 */
public final class RuntimeNames {

  /** The package of what users touch. */
  public static final String API = "dev.millrace";

  /** The package of what only generated code calls. */
  public static final String GENERATED = API + ".generated";

  /** The annotation that makes an interface a topology. */
  public static final String TOPOLOGY = API + ".annotation.Topology";

  /** The annotation of what sends. */
  public static final String PRODUCER = API + ".annotation.Producer";

  /** The annotation of what receives. */
  public static final String CONSUMER = API + ".annotation.Consumer";

  /** The annotation of what waits for several channels. */
  public static final String SELECT = API + ".annotation.Select";

  /** The annotation of an arm. */
  public static final String CASE = API + ".annotation.Case";

  /** The annotation of what happens when no arm is ready. */
  public static final String OTHERWISE = API + ".annotation.Otherwise";

  /** The annotation that sizes a channel. */
  public static final String BUFFER = API + ".annotation.Buffer";

  /** What the compiler wraps repeated {@link #BUFFER} annotations in. */
  public static final String BUFFERS = BUFFER + ".Buffers";

  /** The annotation of channels on which every consumer gets every value. */
  public static final String BROADCAST = API + ".annotation.Broadcast";

  /** The annotation that says how many threads. */
  public static final String WORKERS = API + ".annotation.Workers";

  /** The annotation of what sends and waits for the reply. */
  public static final String REQUEST = API + ".annotation.Request";

  /** The annotation of what ends sending from ports. */
  public static final String CLOSE = API + ".annotation.Close";

  /** The end that values go into. */
  public static final String SENDER = API + ".Sender";

  /** The end that values come out of. */
  public static final String RECEIVER = API + ".Receiver";

  /** What a receive that need not wait for ever comes back with. */
  public static final String RECEIVED = API + ".Received";

  /** The value of a channel that carries none. */
  public static final String SIGNAL = API + ".Signal";

  /** What every generated class implements. */
  public static final String RUNNING_TOPOLOGY = API + ".RunningTopology";

  /** What marks a class as generated. */
  public static final String MARKER = GENERATED + ".MillraceGenerated";

  private RuntimeNames() {}
}
