package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.Pairs
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun pairs(count: Int, size: Int): Body {
  val items = Cycle()
  return {
    coroutineScope {
      repeat(count) {
        val channel = Channel<Item>(Pairs.CAPACITY)
        launch { for (i in 0 until size) channel.send(items.at(i)) }
        launch { for (i in 0 until size) items.check(i, channel.receive()) }
      }
    }
  }
}
