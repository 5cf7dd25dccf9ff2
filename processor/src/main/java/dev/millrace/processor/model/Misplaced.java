package dev.millrace.processor.model;

/**
 * A port with {@code @Workers}, which says nothing there. The port itself was read.
 *
 * @param method the port
 * @param workers the annotation
 */
public record Misplaced(Method method, Workers workers) {}
