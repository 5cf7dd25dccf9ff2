package dev.millrace.processor.selects;

import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;

/** Stands beside each compiled form and runs it. */
public interface FormDriver {

  /** The ports' end that sends to a channel. */
  Sender<?> sender(int channel);

  /** The ports' end that receives from a channel. */
  Receiver<?> receiver(int channel);

  /** A number as a value of a channel. */
  Object value(int channel, int number);

  /** What the guards ask. */
  Guards guards();

  /** The topology, which runs. */
  RunningTopology topology();
}
