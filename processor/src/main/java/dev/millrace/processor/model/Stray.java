package dev.millrace.processor.model;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What an annotation says at a place where it means nothing, or may do so. */
public sealed interface Stray {

  /** Where it was written. */
  Site site();

  /** A parameter with {@code @Case} or {@code @Otherwise} of a method that is no select port. */
  record OfParameter(VariableElement parameter) implements Stray {
    @Override
    public Site site() {
      return Site.of(parameter);
    }
  }

  /** A {@code when} of a {@code @Producer} that is no arm of a select; its site is the value. */
  record When(Site site) implements Stray {}

  /**
   * An arm's annotation on a type that no select has among its arms.
   *
   * @param type the type
   * @param annotation {@code @Case}, {@code @Otherwise} or {@code @Producer}
   */
  record OfType(TypeElement type, String annotation) implements Stray {
    @Override
    public Site site() {
      return Site.of(type);
    }
  }

  /**
   * An arm's annotation on a sealed type whose own permitted records are arms.
   *
   * @param type the type
   * @param annotation {@code @Case}, {@code @Otherwise} or {@code @Producer}
   */
  record OfEvent(TypeElement type, String annotation) implements Stray {
    @Override
    public Site site() {
      return Site.of(type);
    }
  }

  /** A {@code @Buffer} on a type that is neither the topology nor one of its fragments. */
  record OfBuffer(TypeElement type, Buffer buffer) implements Stray {
    @Override
    public Site site() {
      return buffer.channelSite();
    }
  }

  /** A name in {@code @Broadcast} on a type that is neither the topology nor a fragment of it. */
  record OfBroadcast(TypeElement type, Broadcast broadcast) implements Stray {
    @Override
    public Site site() {
      return broadcast.site();
    }
  }

  /** A {@code @Broadcast} without a name. */
  record OfNoBroadcast(Site site) implements Stray {}

  /** A class literal in {@code stages} that names no class: {@code int.class}. */
  record OfStages(Site site, TypeMirror type) implements Stray {}

  /**
   * A {@code @SuppressWarnings("millrace:...")}.
   *
   * @param code what it suppresses, which may be nothing that the processor ever says
   */
  record OfSuppression(Site site, String code) implements Stray {}
}
