package main

import (
	"sort"
	"time"
)

const (
	lonelyCapacity = 16
	silence        = 100 * time.Microsecond
)

func lonelyMessage(percentile int) workload {
	return func(size int) (trial, int) {
		items := newCycle(0)
		delays := make([]time.Duration, size)
		sent := make([]time.Time, size)
		return func() {
			channel := make(chan *item, lonelyCapacity)
			var all crew
			all.start(func() {
				for i := 0; i < size; i++ {
					time.Sleep(silence)
					sent[i] = time.Now()
					channel <- items.at(i)
				}
			})
			all.start(func() {
				for i := 0; i < size; i++ {
					items.check(i, <-channel)
					delays[i] = time.Since(sent[i])
				}
			})
			all.Wait()
			sort.Slice(delays, func(a, b int) bool { return delays[a] < delays[b] })
			found = &sample{float64(delays[(size-1)*percentile/100].Nanoseconds()), 0}
		}, size
	}
}
