// The workloads over Go's own channels. Its arguments are a workload, its size, the milliseconds of
// warm-up, the number of repetitions and the least milliseconds of each; for each repetition it
// prints a line "sample", nanoseconds for an operation, bytes allocated for an operation.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"time"
)

// A trial runs a workload once; what it sends was allocated before.
type trial func()

// A sample is what one operation took.
type sample struct{ nanos, bytes float64 }

// What the last run of a trial comes to, if the trial knows better than whoever watches the clock.
var found *sample

// A workload allocates what is sent, and says how many operations a trial of that size has.
type workload func(size int) (run trial, operations int)

var workloads = map[string]workload{
	"one-to-one-512":        oneToOne(512),
	"one-to-one-16":         oneToOne(16),
	"one-to-one-rendezvous": oneToOne(0),
	"ping-pong":             pingPong,
	"4-to-1-512":            manyToMany(4, 1),
	"1-to-4-512":            manyToMany(1, 4),
	"4-to-4-512":            manyToMany(4, 4),
	"64-to-64-512":          manyToMany(64, 64),
	"daisy-chain":           daisyChain,
	"pipeline":              pipeline(1000),
	"pipeline-10":           pipeline(10),
	"pipeline-100":          pipeline(100),
	"pipeline-10000":        pipeline(10000),
	"prime-sieve":           primeSieve,
	"select-2":              selectOf(2, receiveFrom2),
	"select-8":              selectOf(8, receiveFrom8),
	"select-32":             selectOf(32, receiveFrom32),
	"select-default-2":      polls(2, pollOf2),
	"select-default-8":      polls(8, pollOf8),
	"parked-own-channels":   parked(true),
	"parked-one-channel":    parked(false),
	"uncontended":           uncontended,
	"lonely-message-p50":    lonelyMessage(50),
	"lonely-message-p99":    lonelyMessage(99),
	"idle-rendezvous":       idleChannels(0),
	"idle-buffer-16":        idleChannels(footprintRoom),
	"waiting-receiver":      keeping(waitingReceivers),
	"message-in-flight":     messagesInFlight,
	"pairs-1":               pairs(1),
	"pairs-10":              pairs(10),
	"pairs-100":             pairs(100),
	"pairs-1000":            pairs(1000),
	"pairs-10000":           pairs(10000),
}

func main() {
	work, found := workloads[os.Args[1]]
	if !found {
		fault("There is no workload %q.", os.Args[1])
	}
	run, operations := work(number(os.Args[2]))
	warmUp := milliseconds(os.Args[3])
	for start := time.Now(); ; {
		run()
		if time.Since(start) >= warmUp {
			break
		}
	}
	for i := number(os.Args[4]); i > 0; i-- {
		measure(run, operations, milliseconds(os.Args[5]))
	}
}

func measure(run trial, operations int, atLeast time.Duration) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	run()
	done := operations
	for time.Since(start) < atLeast {
		run()
		done += operations
	}
	nanos := float64(time.Since(start).Nanoseconds())
	runtime.ReadMemStats(&after)
	bytes := float64(after.TotalAlloc - before.TotalAlloc)
	measured := sample{nanos / float64(done), bytes / float64(done)}
	if found != nil {
		measured = *found
	}
	fmt.Printf("sample %.3f %.3f\n", measured.nanos, measured.bytes)
}

func milliseconds(text string) time.Duration {
	return time.Duration(number(text)) * time.Millisecond
}

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		fault("%q is no number.", text)
	}
	return value
}

// fault ends the program: values were lost, doubled, changed or reordered.
func fault(format string, values ...any) {
	fmt.Printf(format+"\n", values...)
	os.Exit(1)
}
