package dev.millrace.processor.model;

/**
 * What one {@code @Buffer} says.
 *
 * @param channel the name of the channel
 * @param size how many values fit, as written, even if negative
 * @param channelSite where the name was written
 * @param sizeSite where the size was written
 */
public record BufferSize(String channel, int size, Site channelSite, Site sizeSite) {}
