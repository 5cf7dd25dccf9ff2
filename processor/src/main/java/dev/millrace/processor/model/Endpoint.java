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
    ARM,
    /** One alternative of a stage that selects. */
    ARM_OF_STAGE
  }

  /** Whether it is one alternative of a select. */
  public boolean isArm() {
    return role == Role.ARM || role == Role.ARM_OF_STAGE;
  }

  /** Whether the topology itself sends or receives here, and not the user's threads. */
  public boolean isOfStage() {
    return role == Role.STAGE || role == Role.ARM_OF_STAGE;
  }
}
