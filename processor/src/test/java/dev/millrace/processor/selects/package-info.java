/**
 * Every form of select, enumerated: each is written as an annotated interface, compiled with the
 * processor, run in many situations and compared with a model that knows nothing of the runtime.
 *
 * <p>{@link dev.millrace.processor.selects.SelectForm} says what a select looks like, {@link
 * dev.millrace.processor.selects.Situation} what it finds when it is called, {@link
 * dev.millrace.processor.selects.SelectModel} what may happen then.
 */
package dev.millrace.processor.selects;
