package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.Fault
import dev.millrace.benchmarks.Item
import dev.millrace.benchmarks.workload.Primes
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal fun primeSieve(size: Int): Body {
  val primes = Primes(size)
  val numbers = Item.of(0, primes.last() + 1)
  return {
    val first = Channel<Item>()
    coroutineScope {
      launch {
        for (number in 2..primes.last()) first.send(numbers[number])
        first.send(numbers[0])
      }
      launch {
        var last = first
        for (i in 0 until size) {
          val prime = checkedPrime(primes.at(i), last.receive())
          val input = last
          val output = Channel<Item>()
          launch { filter(prime, input, output) }
          last = output
        }
        checkedPrime(0, last.receive())
      }
    }
  }
}

private suspend fun filter(prime: Int, input: Channel<Item>, output: Channel<Item>) {
  do {
    val item = input.receive()
    if (item.number() == 0 || item.number() % prime != 0) output.send(item)
  } while (item.number() != 0)
}

private fun checkedPrime(expected: Int, arrived: Item): Int {
  if (arrived.number() != expected) throw Fault("Instead of $expected arrived $arrived.")
  return expected
}
