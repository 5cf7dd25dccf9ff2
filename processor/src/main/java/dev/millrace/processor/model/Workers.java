package dev.millrace.processor.model;

/**
 * What {@code @Workers} says.
 *
 * @param count how many threads, as written, even if it makes no sense
 * @param site where the number was written
 */
public record Workers(int count, Site site) {}
