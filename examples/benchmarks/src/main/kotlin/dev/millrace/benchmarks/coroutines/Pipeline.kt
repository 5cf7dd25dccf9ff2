package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Item
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun pipeline(stages: Int, size: Int): Body {
  val items = Cycle()
  return {
    val first = Channel<Item>()
    coroutineScope {
      var last = first
      repeat(stages) {
        val input = last
        val output = Channel<Item>()
        launch { for (i in 0 until size) output.send(input.receive()) }
        last = output
      }
      launch { for (i in 0 until size) first.send(items.at(i)) }
      val end = last
      launch { for (i in 0 until size) items.check(i, end.receive()) }
    }
  }
}
