package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Fault
import dev.millrace.benchmarks.Item
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicIntegerArray
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun parked(ownChannels: Boolean, size: Int): Body {
  val items = Item.of(0, size)
  return {
    val one = Channel<Item>()
    val channels = List(size) { if (ownChannels) Channel() else one }
    val arrived = AtomicIntegerArray(size)
    val missing = AtomicInteger(size)
    val started = CompletableDeferred<Unit>()
    coroutineScope {
      for (channel in channels) {
        launch {
          if (missing.decrementAndGet() == 0) started.complete(Unit)
          arrived.incrementAndGet(channel.receive().number())
        }
      }
      launch {
        started.await()
        for (i in 0 until size) channels[i].send(items[i])
      }
    }
    for (i in 0 until size) {
      if (arrived[i] != 1) throw Fault("${items[i]} arrived ${arrived[i]} times.")
    }
  }
}
