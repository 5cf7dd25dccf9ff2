package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Cycle
import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.Delays
import dev.millrace.benchmarks.workload.LonelyMessage
import java.util.concurrent.locks.LockSupport
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun lonelyMessage(delays: Delays, size: Int): Body {
  val items = Cycle()
  return {
    val channel = Channel<Item>(LonelyMessage.CAPACITY)
    coroutineScope {
      launch {
        for (i in 0 until size) {
          // It blocks a thread of the dispatcher, whose delay() knows no less than a millisecond.
          LockSupport.parkNanos(LonelyMessage.SILENCE_NANOS)
          delays.sending(i)
          channel.send(items.at(i))
        }
      }
      launch {
        for (i in 0 until size) {
          items.check(i, channel.receive())
          delays.received(i)
        }
      }
    }
  }
}
