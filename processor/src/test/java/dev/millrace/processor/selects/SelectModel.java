package dev.millrace.processor.selects;

import dev.millrace.processor.selects.ArmKind.Does;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What selects over some channels may do, one after the other, by the rules of the language. */
final class SelectModel {

  /** What can be said about an arm at an instant. */
  private enum Standing {
    READY,
    /** If it is chosen, the select throws: its channel is closed. */
    REFUSED,
    OPEN,
    OVER
  }

  /** What must come of a select. */
  sealed interface Next {
    /** One of these arms happens. */
    record OneOf(List<ArmForm> arms) implements Next {}

    /** No arm does, and the select need not wait to know. */
    record None(Reason reason) implements Next {}

    /** It waits. */
    record Waits() implements Next {}
  }

  /** Why no arm happens. */
  enum Reason {
    NOTHING_READY,
    ALL_OVER,
    ALL_DISABLED
  }

  private final List<ArmForm> arms;
  private final List<Boolean> open;
  private final List<ModelChannel> channels;
  private boolean guardsOpened;

  SelectModel(SelectForm form, Situation situation) {
    arms = form.arms();
    open = situation.open();
    channels =
        IntStream.range(0, form.channels().size())
            .mapToObj(
                i ->
                    ModelChannel.of(
                        i, situation.occupancies().get(i), form.channels().get(i).broadcast()))
            .toList();
  }

  ModelChannel channel(int channel) {
    return channels.get(channel);
  }

  private boolean isEnabled(ArmForm arm) {
    return guardsOpened || open.get(arm.index());
  }

  void openGuards() {
    guardsOpened = true;
  }

  private Standing standing(ArmForm arm) {
    ModelChannel channel = channels.get(arm.channel());
    return switch (arm.does()) {
      case TAKES ->
          channel.canTake() ? Standing.READY : channel.hasEnded() ? Standing.OVER : Standing.OPEN;
      case ENDS ->
          channel.endIsTold() ? Standing.OVER : channel.hasEnded() ? Standing.READY : Standing.OPEN;
      case SENDS ->
          channel.isClosed()
              ? Standing.REFUSED
              : channel.canSend() ? Standing.READY : Standing.OPEN;
    };
  }

  /** What a select does that never waits. */
  Next now(boolean priority) {
    List<ArmForm> ready = ready();
    if (ready.isEmpty()) {
      return new Next.None(Reason.NOTHING_READY);
    }
    return new Next.OneOf(priority ? ready.subList(0, 1) : ready);
  }

  /** What a select does that waits as long as it takes. */
  Next whenever(boolean priority) {
    if (!ready().isEmpty()) {
      return now(priority);
    }
    if (arms.stream().anyMatch(arm -> isEnabled(arm) && standing(arm) == Standing.OPEN)) {
      return new Next.Waits();
    }
    return new Next.None(isAllOver() ? Reason.ALL_OVER : Reason.ALL_DISABLED);
  }

  private List<ArmForm> ready() {
    return arms.stream()
        .filter(this::isEnabled)
        .filter(arm -> standing(arm) == Standing.READY || standing(arm) == Standing.REFUSED)
        .toList();
  }

  /** Whether nothing can ever happen, whatever the guards say. */
  boolean isAllOver() {
    return arms.stream()
        .map(this::standing)
        .allMatch(standing -> standing == Standing.OVER || standing == Standing.REFUSED);
  }

  boolean isRefused(ArmForm arm) {
    return standing(arm) == Standing.REFUSED;
  }

  /** How a driver tells that an arm has happened, which is to be one that can. */
  String told(ArmForm arm) {
    return arm.told(arm.does() == Does.TAKES ? channels.get(arm.channel()).first() : 0);
  }

  void happened(ArmForm arm) {
    ModelChannel channel = channels.get(arm.channel());
    switch (arm.does()) {
      case TAKES -> channel.take();
      case ENDS -> channel.tellEnd();
      case SENDS -> channel.send(Numbers.offered(arm.channel()));
    }
  }

  /** The ways to wake a select that waits, apart from interrupting it. */
  List<Wake> wakes() {
    List<Wake> wakes = new ArrayList<>();
    for (ArmForm arm : arms) {
      ModelChannel channel = channels.get(arm.channel());
      boolean can =
          switch (arm.does()) {
            case TAKES ->
                !channel.isClosed()
                    && !channel.hasReceiver()
                    && !(channel.needsRoom() && sendsTo(arm.channel()));
            case SENDS -> channel.isNextToSend();
            case ENDS -> !channel.isClosed() && !channel.canTake();
          };
      if (isEnabled(arm) && can) {
        wakes.add(new Wake.ByArm(arm));
      }
    }
    return wakes;
  }

  private boolean sendsTo(int channel) {
    return arms.stream()
        .anyMatch(arm -> arm.channel() == channel && arm.does() == Does.SENDS && isEnabled(arm));
  }

  /** Whether closing every channel leaves the select with nothing to tell but that. */
  boolean endsByClosing() {
    return arms.stream().allMatch(arm -> arm.does() == Does.TAKES && isEnabled(arm));
  }

  /** What an actor still tells once everything was taken and closed. */
  List<String> endsToTell() {
    return untoldEnds().filter(this::isEnabled).map(this::told).toList();
  }

  /** Whether guards keep an end from being told, once everything was taken and closed. */
  boolean keepsEnds() {
    return untoldEnds().anyMatch(arm -> !isEnabled(arm));
  }

  private Stream<ArmForm> untoldEnds() {
    return arms.stream()
        .filter(arm -> arm.does() == Does.ENDS && !channels.get(arm.channel()).endIsTold());
  }

  /**
   * The numbers of the channels in an order in which somebody else can take what is on them, while
   * an actor waits: if the last value brings an end that the actor is told of, it looks at its
   * guards again, and must not find values that nobody takes.
   */
  List<Integer> orderOfTaking() {
    Set<Integer> last =
        untoldEnds().filter(this::isEnabled).map(ArmForm::channel).collect(Collectors.toSet());
    return IntStream.range(0, channels.size())
        .boxed()
        .sorted(Comparator.comparing(last::contains))
        .toList();
  }

  /** Whether an arm can happen now. */
  boolean isReady() {
    return !ready().isEmpty();
  }

  /** Whether there are values that nobody but the select can take. */
  boolean keepsValues() {
    return channels.stream()
        .anyMatch(channel -> channel instanceof BroadcastModel && channel.canTake());
  }

  /** Whether guards keep an actor from values that nobody else takes, so that it must not wait. */
  boolean isStuck() {
    return arms.stream()
        .anyMatch(arm -> !isEnabled(arm) && channels.get(arm.channel()).isKeeping());
  }

  /** Whether there is a channel whose end is to come. */
  boolean awaitsEnd() {
    return channels.stream().anyMatch(channel -> !channel.hasEnded());
  }
}
