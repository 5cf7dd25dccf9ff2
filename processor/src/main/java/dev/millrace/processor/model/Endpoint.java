package dev.millrace.processor.model;

/**
 * One method's (or one arm's) end of a channel.
 *
 * @param channel the name of the channel, as written, even if it is no good name
 * @param role what stands at this end
 * @param payload what it says about the values
 * @param method the method that sends or receives; for an arm, the select method
 * @param site where the channel was named
 */
public record Endpoint(String channel, Role role, Payload payload, Method method, Site site) {

  /** Who sends or receives. */
  public enum Role {
    /** An abstract method, called by the user's threads. */
    PORT,
    /** A method with a body, run by the topology. */
    STAGE,
    /** One alternative of a select port. */
    ARM
  }
}
