/**
 * What {@code javac} says of a topology that waits, compared with a model that tries every
 * schedule.
 *
 * <p>A {@link dev.millrace.processor.liveness.Plan} is a random topology in value form. It is
 * written as an annotated interface, which the processor judges, and unfolded into a {@link
 * dev.millrace.processor.liveness.Net}, which knows nothing of the processor and nothing of the
 * runtime: {@link dev.millrace.processor.liveness.Exploration} walks through all of its states and
 * tells whether anybody must wait for ever, may, or never does.
 */
package dev.millrace.processor.liveness;
