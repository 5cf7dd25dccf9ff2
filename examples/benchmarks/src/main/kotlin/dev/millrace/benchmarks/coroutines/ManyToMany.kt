package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.Arrivals
import dev.millrace.benchmarks.workload.ManyToMany
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun manyToMany(senders: Int, receivers: Int, size: Int): Body {
  val each = size / senders
  val items = List(senders) { sender -> Item.of(sender, each) }
  return {
    val channel = Channel<Item>(ManyToMany.CAPACITY)
    val arrivals = List(receivers) { Arrivals(senders) }
    coroutineScope {
      for (mine in items) launch { for (item in mine) channel.send(item) }
      for (here in arrivals) launch { for (i in 0 until size / receivers) here.add(channel.receive()) }
    }
    Arrivals.check(arrivals, senders, each)
  }
}
