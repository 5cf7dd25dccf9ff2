package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Fault
import dev.millrace.benchmarks.Item
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun daisyChain(size: Int): Body {
  val items = Item.of(0, size + 1)

  fun checked(stage: Int, arrived: Item): Int {
    if (arrived !== items[stage]) throw Fault("At stage $stage arrived $arrived.")
    return arrived.number()
  }

  return {
    val first = Channel<Item>()
    coroutineScope {
      var last = first
      for (stage in 0 until size) {
        val input = last
        val output = Channel<Item>()
        launch { output.send(items[checked(stage, input.receive()) + 1]) }
        last = output
      }
      launch { first.send(items[0]) }
      checked(size, last.receive())
    }
  }
}
