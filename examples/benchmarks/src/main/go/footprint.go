package main

import (
	"runtime"
	"sync"
	"time"
)

const footprintRoom = 16

// keeping makes many things, looks how much memory they keep, and lets them go.
func keeping(make func(size int) (letGo func())) workload {
	return func(size int) (trial, int) {
		return func() {
			before := usedBytes()
			start := time.Now()
			letGo := make(size)
			nanos := float64(time.Since(start).Nanoseconds())
			bytes := float64(usedBytes() - before)
			letGo()
			found = &sample{nanos / float64(size), bytes / float64(size)}
		}, size
	}
}

// usedBytes is what is reachable, the stacks of goroutines included.
func usedBytes() int64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc + stats.StackInuse)
}

func idleChannels(capacity int) workload {
	return keeping(func(size int) func() {
		channels := make([]chan *item, size)
		for i := range channels {
			channels[i] = make(chan *item, capacity)
		}
		return func() { runtime.KeepAlive(channels) }
	})
}

func waitingReceivers(size int) func() {
	items := itemsOf(0, size)
	channels := make([]chan *item, size)
	var started sync.WaitGroup
	started.Add(size)
	var all crew
	for i := range channels {
		channel, expected := make(chan *item), items[i]
		channels[i] = channel
		all.start(func() {
			started.Done()
			expect(expected, <-channel)
		})
	}
	started.Wait()
	return func() {
		for i, channel := range channels {
			channel <- items[i]
		}
		all.Wait()
	}
}

func messagesInFlight(size int) (trial, int) {
	items := itemsOf(0, size)
	return keeping(func(size int) func() {
		channel := make(chan *item, size)
		for _, each := range items {
			channel <- each
		}
		return func() {
			for _, each := range items {
				expect(each, <-channel)
			}
		}
	})(size)
}

func expect(expected, arrived *item) {
	if arrived != expected {
		fault("In place of %v came %v.", expected, arrived)
	}
}
