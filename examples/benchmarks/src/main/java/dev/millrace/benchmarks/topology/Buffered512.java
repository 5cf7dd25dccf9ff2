package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Topology;

/** One source and one sink, with a buffer of 512. */
@Topology(stages = {Source.class, Sink.class})
@Buffer(channel = "items", size = 512)
interface Buffered512 {}
