package dev.millrace.processor.model;

/**
 * What {@code @Workers} says.
 *
 * @param count how many threads, as written, even if it makes no sense
 * @param site where the number was written
 * @param ordered whether results leave in the order of their values
 * @param orderedSite where that was written
 */
public record Workers(int count, Site site, boolean ordered, Site orderedSite) {}
