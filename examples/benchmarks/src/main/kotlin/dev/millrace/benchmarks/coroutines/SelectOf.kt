package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Fault
import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.SelectOf
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.selects.select

internal fun selectOf(arms: Int, size: Int): Body {
  val items = List(arms) { arm -> Cycle(arm) }
  val each = size / arms
  return {
    val channels = List(arms) { Channel<Item>(SelectOf.CAPACITY) }
    coroutineScope {
      for (arm in 0 until arms) {
        launch { for (i in 0 until each) channels[arm].send(items[arm].at(i)) }
      }
      launch {
        val counts = IntArray(arms)
        for (i in 0 until size) {
          val item = select<Item> { for (channel in channels) channel.onReceive { it } }
          items[item.sender()].check(counts[item.sender()]++, item)
        }
        for (count in counts) if (count != each) throw Fault("From one of the arms came $count.")
      }
    }
  }
}
