package dev.millrace.benchmarks.coroutines

import dev.millrace.benchmarks.OnJvm
import dev.millrace.benchmarks.Trial
import dev.millrace.benchmarks.workload.*
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking

/** A workload written for coroutines; what it sends was allocated before. */
internal typealias Body = suspend () -> Unit

/** Kotlin's channels, with coroutines on the default dispatcher. */
class Coroutines : OnJvm {
  override fun name() = "kotlin"

  override fun runs(workload: Workload) = true

  override fun prepare(workload: Workload, size: Int): Trial =
      when (workload) {
        is Footprint -> footprint(workload.of(), size)
        is LonelyMessage ->
            Delays(size, workload.percentile()) { run(lonelyMessage(it, size)) }
        else -> body(workload, size).let { Trial { run(it) } }
      }

  private fun run(body: Body) = runBlocking(Dispatchers.Default) { body() }

  private fun body(workload: Workload, size: Int): Body =
      when (workload) {
        is OneToOne -> oneToOne(workload.capacity(), size)
        is PingPong -> pingPong(size)
        is ManyToMany -> manyToMany(workload.senders(), workload.receivers(), size)
        is DaisyChain -> daisyChain(size)
        is Pipeline -> pipeline(workload.stages(), size)
        is PrimeSieve -> primeSieve(size)
        is SelectOf -> selectOf(workload.arms(), size)
        is SelectDefault -> selectDefault(workload.arms(), size)
        is Parked -> parked(workload.ownChannels(), size)
        is Pairs -> pairs(workload.count(), size)
        is Uncontended -> uncontended(size)
        else -> throw IllegalArgumentException("There is no ${workload.id()} in Kotlin yet.")
      }
}
