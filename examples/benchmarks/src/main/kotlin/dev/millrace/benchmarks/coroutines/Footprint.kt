package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Fault
import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.Footprint.Thing
import dev.millrace.benchmarks.workload.Keeping
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

internal fun footprint(of: Thing, size: Int): Keeping =
    when (of) {
      Thing.RENDEZVOUS,
      Thing.BUFFERED ->
          Keeping(size) { Keeping.Kept.of(Array(size) { Channel<Item>(of.capacity(size)) }) }
      Thing.RECEIVER -> receivers(size)
      Thing.MESSAGE -> messages(size)
    }

private fun receivers(size: Int): Keeping {
  val items = Item.of(0, size)
  return Keeping(size) {
    val channels = Array(size) { Channel<Item>() }
    val jobs = ArrayList<Job>(size)
    val scope = CoroutineScope(Dispatchers.Default)
    for (i in 0 until size) {
      // Undispatched, each runs until it waits before launch returns.
      jobs +=
          scope.launch(start = CoroutineStart.UNDISPATCHED) {
            check(items[i], channels[i].receive())
          }
    }
    Keeping.Kept {
      runBlocking {
        for (i in 0 until size) channels[i].send(items[i])
        jobs.joinAll()
      }
    }
  }
}

private fun messages(size: Int): Keeping {
  val items = Item.of(0, size)
  return Keeping(size) {
    val channel = Channel<Item>(size)
    runBlocking { for (item in items) channel.send(item) }
    Keeping.Kept { runBlocking { for (item in items) check(item, channel.receive()) } }
  }
}

private fun check(expected: Item, arrived: Item) {
  if (arrived !== expected) throw Fault("In place of $expected came $arrived.")
}
