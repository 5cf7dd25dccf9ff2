package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Fault
import dev.millrace.benchmarks.Item
import kotlinx.coroutines.channels.Channel

/** Kotlin's select has no default: this looks at one channel after the other. */
internal fun selectDefault(arms: Int, size: Int): Body {
  val items = Cycle()
  return {
    val channels = List(arms) { Channel<Item>(1) }
    for (i in 0 until size) {
      val item = poll(channels)
      if (item != null) throw Fault("Out of nothing came $item.")
    }
    channels.last().send(items.at(0))
    items.check(0, poll(channels) ?: throw Fault("What was sent is not there."))
  }
}

private fun poll(channels: List<Channel<Item>>): Item? {
  for (channel in channels) {
    val item = channel.tryReceive().getOrNull()
    if (item != null) return item
  }
  return null
}
