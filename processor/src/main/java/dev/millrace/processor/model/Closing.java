package dev.millrace.processor.model;

/**
 * One channel that a {@code @Close} port names.
 *
 * @param channel the name of the channel
 * @param method the port
 * @param site the name inside the annotation
 */
public record Closing(String channel, Method method, Site site) {}
