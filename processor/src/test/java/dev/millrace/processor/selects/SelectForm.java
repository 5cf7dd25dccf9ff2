package dev.millrace.processor.selects;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The arms of a select, which is all that selects of one interface have in common.
 *
 * @param channels what the select does with each channel
 * @param otherwise whether it has {@code @Otherwise}
 */
record SelectForm(List<OnChannel> channels, boolean otherwise) {

  /** Which of the arms on a channel have a guard. */
  enum Guarding {
    NONE,
    FIRST,
    ALL
  }

  /**
   * What the select does with one channel.
   *
   * @param broadcast whether there is another subscriber, who gets every value too
   */
  record OnChannel(ArmKind kind, Guarding guarding, boolean broadcast) {

    /** All there are of channels that are no broadcasts; of a single arm the first is all. */
    static List<OnChannel> all(List<ArmKind> kinds) {
      List<OnChannel> all = new ArrayList<>();
      for (ArmKind kind : kinds) {
        for (Guarding guarding : Guarding.values()) {
          if (guarding != Guarding.ALL || kind.arms().size() > 1) {
            all.add(new OnChannel(kind, guarding, false));
          }
        }
      }
      return all;
    }

    /** Whether this can be found on such a channel. */
    boolean canFind(Occupancy occupancy) {
      return !broadcast || (!occupancy.receiver && (occupancy.capacity > 0 || !kind.sends()));
    }

    private boolean guards(int arm) {
      return guarding == Guarding.ALL || (guarding == Guarding.FIRST && arm == 0);
    }
  }

  /** Copies the list. */
  SelectForm {
    channels = List.copyOf(channels);
  }

  /** The arms in the order of their priority, {@code @Otherwise} left out. */
  List<ArmForm> arms() {
    List<ArmForm> arms = new ArrayList<>();
    for (int channel = 0; channel < channels.size(); channel++) {
      OnChannel on = channels.get(channel);
      for (int i = 0; i < on.kind().arms().size(); i++) {
        arms.add(
            new ArmForm(arms.size(), channel, on.kind().arms().get(i), on.kind(), on.guards(i)));
      }
    }
    return arms;
  }

  /** All selects over these kinds of arms with so many channels and at most four arms. */
  static List<SelectForm> all(List<ArmKind> kinds, int channels) {
    List<List<OnChannel>> sequences = List.of(List.of());
    for (int i = 0; i < channels; i++) {
      List<List<OnChannel>> longer = new ArrayList<>();
      for (List<OnChannel> sequence : sequences) {
        for (OnChannel next : OnChannel.all(kinds)) {
          List<OnChannel> extended = new ArrayList<>(sequence);
          extended.add(next);
          longer.add(extended);
        }
      }
      sequences = longer;
    }
    List<SelectForm> forms = new ArrayList<>();
    for (List<OnChannel> sequence : sequences) {
      SelectForm form = new SelectForm(sequence, false);
      if (form.arms().size() <= 4) {
        forms.add(form);
        forms.add(new SelectForm(sequence, true));
      }
    }
    return forms;
  }

  /** The same arms over broadcasts, where the bits of a number say so. */
  SelectForm broadcasting(int bits) {
    List<OnChannel> some = new ArrayList<>();
    for (OnChannel on : channels) {
      some.add(new OnChannel(on.kind(), on.guarding(), (bits >> some.size()) % 2 != 0));
    }
    return new SelectForm(some, otherwise);
  }

  boolean isOverBroadcasts() {
    return channels.stream().anyMatch(OnChannel::broadcast);
  }

  @Override
  public String toString() {
    return channels.stream()
            .map(
                on ->
                    (on.broadcast() ? "broadcast " : "")
                        + on.kind()
                        + (on.guarding() == Guarding.NONE ? "" : "/" + on.guarding()))
            .collect(Collectors.joining(", "))
        + (otherwise ? ", otherwise" : "");
  }
}
