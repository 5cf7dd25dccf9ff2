package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.Uncontended
import kotlinx.coroutines.channels.Channel

internal fun uncontended(size: Int): Body {
  val items = Cycle()
  return {
    val channel = Channel<Item>(Uncontended.CAPACITY)
    for (i in 0 until size) {
      channel.send(items.at(i))
      items.check(i, channel.receive())
    }
  }
}
