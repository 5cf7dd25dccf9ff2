package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Item
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun oneToOne(capacity: Int, size: Int): Body {
  val items = Cycle()
  return {
    val channel = Channel<Item>(capacity)
    coroutineScope {
      launch { for (i in 0 until size) channel.send(items.at(i)) }
      launch { for (i in 0 until size) items.check(i, channel.receive()) }
    }
  }
}
