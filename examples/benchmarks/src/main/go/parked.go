package main

import (
	"sync"
	"sync/atomic"
)

func parked(ownChannels bool) workload {
	return func(size int) (trial, int) {
		items := itemsOf(0, size)
		return func() {
			channels := make([]chan *item, size)
			for i := range channels {
				if ownChannels || i == 0 {
					channels[i] = make(chan *item)
				} else {
					channels[i] = channels[0]
				}
			}
			arrived := make([]int32, size)
			var started sync.WaitGroup
			started.Add(size)
			var all crew
			for i := range channels {
				channel := channels[i]
				all.start(func() {
					started.Done()
					atomic.AddInt32(&arrived[(<-channel).number], 1)
				})
			}
			all.start(func() {
				started.Wait()
				for i, channel := range channels {
					channel <- items[i]
				}
			})
			all.Wait()
			for i, times := range arrived {
				if times != 1 {
					fault("%v arrived %d times.", *items[i], times)
				}
			}
		}, size
	}
}
