package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The virtual machine lays fields out as it likes: whether what is to be apart is. */
class OneToOneEndFieldsTest {

  /** A pair of cache lines. */
  private static final long FAR = 128;

  private record Place(Field field, long offset) {

    boolean isOf(Class<?> declaring) {
      return field.getDeclaringClass() == declaring;
    }

    void requireFarFrom(Place other) {
      assertTrue(Math.abs(offset - other.offset) >= FAR, this + " is too near to " + other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        RingEnd.class,
        ArmSender.class,
        ArmReceiver.class,
        SelectEnd.class,
        RendezvousEnd.class
      })
  void whatAnEndWritesWithEachValueIsFarFromWhatTheOtherReads(Class<?> end) throws Exception {
    List<Place> places = places(end);
    List<Place> progress =
        places.stream().filter(each -> each.isOf(OneToOneEndFields.Progress.class)).toList();
    List<Place> announcement =
        places.stream().filter(each -> each.isOf(OneToOneEndFields.Announcement.class)).toList();
    List<Place> others = new ArrayList<>(places);
    others.removeAll(progress);
    others.removeAll(announcement);
    progress.forEach(one -> announcement.forEach(one::requireFarFrom));
    progress.forEach(one -> others.forEach(one::requireFarFrom));
    announcement.forEach(one -> others.forEach(one::requireFarFrom));
    Stream.concat(progress.stream(), announcement.stream())
        .forEach(one -> assertTrue(one.offset >= FAR, one + " is near to the object before"));
  }

  @Test
  void theMeetingPointIsFarFromEverythingElse() throws Exception {
    List<Place> places = places(MeetingPoint.class);
    long end =
        Arrays.stream(MeetingPointFields.Back.class.getDeclaredFields())
            .mapToLong(FieldOffset::of)
            .max()
            .orElseThrow();
    assertEquals(2, places.size());
    for (Place each : places) {
      assertTrue(each.offset >= FAR, each + " is near to the object before");
      assertTrue(end - each.offset >= FAR - Long.BYTES, each + " is near to the object after");
    }
  }

  /** Of all fields but the padding. */
  private static List<Place> places(Class<?> type) {
    List<Place> places = new ArrayList<>();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      if (!isPadding(each)) {
        Arrays.stream(each.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .forEach(field -> places.add(new Place(field, FieldOffset.of(field))));
      }
    }
    return places;
  }

  private static boolean isPadding(Class<?> type) {
    return List.of("Front", "Middle", "Back").contains(type.getSimpleName());
  }
}
