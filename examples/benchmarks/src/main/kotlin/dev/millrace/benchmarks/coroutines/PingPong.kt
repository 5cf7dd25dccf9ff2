package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Item
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun pingPong(size: Int): Body {
  val items = Cycle()
  return {
    val there = Channel<Item>()
    val back = Channel<Item>()
    coroutineScope {
      launch {
        for (i in 0 until size) {
          there.send(items.at(i))
          items.check(i, back.receive())
        }
      }
      launch { for (i in 0 until size) back.send(there.receive()) }
    }
  }
}
