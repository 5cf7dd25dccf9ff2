package dev.millrace.processor.model;

/**
 * Two unrelated supertypes have the same method with different annotations.
 *
 * @param kept the one the topology was read with
 * @param other the one that says something else
 */
public record Conflict(Method kept, Method other) {}
