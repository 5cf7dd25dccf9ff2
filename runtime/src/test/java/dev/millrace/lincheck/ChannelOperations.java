package dev.millrace.lincheck;

import dev.millrace.lincheck.Operation.Arm;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * All operations that do not wait, as Lincheck calls them, over two channels: one class for the
 * real channels and for their specification, so that nothing can be left out of one of them.
 */
@Param(name = "channel", gen = IntGen.class, conf = "0:1")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public abstract class ChannelOperations {

  abstract Object perform(Operation operation);

  @org.jetbrains.lincheck.datastructures.Operation
  public Object trySend(@Param(name = "channel") int channel, @Param(name = "value") int value) {
    return perform(new Operation.Send(channel, value, Patience.TRY));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object trySendInNoTime(
      @Param(name = "channel") int channel, @Param(name = "value") int value) {
    return perform(new Operation.Send(channel, value, Patience.NO_TIME));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object sendNow(@Param(name = "channel") int channel, @Param(name = "value") int value) {
    return perform(new Operation.Send(channel, value, Patience.NOW));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object tryReceive(@Param(name = "channel") int channel) {
    return perform(new Operation.Receive(channel, Patience.TRY));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object tryReceiveInNoTime(@Param(name = "channel") int channel) {
    return perform(new Operation.Receive(channel, Patience.NO_TIME));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object receiveNow(@Param(name = "channel") int channel) {
    return perform(new Operation.Receive(channel, Patience.NOW));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object size(@Param(name = "channel") int channel) {
    return perform(new Operation.Look(channel, Operation.Look.Fact.SIZE));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object isEmpty(@Param(name = "channel") int channel) {
    return perform(new Operation.Look(channel, Operation.Look.Fact.EMPTY));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object isFull(@Param(name = "channel") int channel) {
    return perform(new Operation.Look(channel, Operation.Look.Fact.FULL));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object isClosed(@Param(name = "channel") int channel) {
    return perform(new Operation.Look(channel, Operation.Look.Fact.CLOSED));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object dropped(@Param(name = "channel") int channel) {
    return perform(new Operation.Look(channel, Operation.Look.Fact.DROPPED));
  }

  @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
  public Object close(@Param(name = "channel") int channel) {
    return perform(new Operation.Close(channel, Operation.Close.Way.PLAIN));
  }

  @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
  public Object closeWithFailure(@Param(name = "channel") int channel) {
    return perform(new Operation.Close(channel, Operation.Close.Way.FAILURE));
  }

  @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
  public Object tryClose(@Param(name = "channel") int channel) {
    return perform(new Operation.Close(channel, Operation.Close.Way.TRY));
  }

  @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
  public Object closeNow(@Param(name = "channel") int channel) {
    return perform(new Operation.Close(channel, Operation.Close.Way.NOW));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object selectReceiving() {
    return select(Patience.TRY, new Arm.Take(0), new Arm.Take(1));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object selectSending(@Param(name = "value") int value) {
    return select(Patience.TRY, new Arm.Give(1, value), new Arm.Give(0, value));
  }

  @org.jetbrains.lincheck.datastructures.Operation
  public Object selectForwarding(@Param(name = "value") int value) {
    return select(Patience.NO_TIME, new Arm.Take(1), new Arm.Give(0, value), new Arm.End(1));
  }

  /** Prioritised: a specification for Lincheck cannot choose. */
  private Object select(Patience patience, Arm... arms) {
    return perform(new Operation.Select(false, patience, List.of(arms)));
  }
}
