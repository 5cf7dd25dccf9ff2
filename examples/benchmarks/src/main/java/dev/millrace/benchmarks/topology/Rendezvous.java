package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Topology;

/** One source and one sink, who meet for each item. */
@Topology(stages = {Source.class, Sink.class})
interface Rendezvous {}
