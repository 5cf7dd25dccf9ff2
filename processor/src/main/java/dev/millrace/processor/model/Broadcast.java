package dev.millrace.processor.model;

/**
 * One channel that {@code @Broadcast} names.
 *
 * @param channel the name of the channel
 * @param site the name inside the annotation
 */
public record Broadcast(String channel, Site site) {}
