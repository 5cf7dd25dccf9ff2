package main

func oneToOne(capacity int) workload {
	return func(size int) (trial, int) {
		items := newCycle(0)
		return func() {
			channel := make(chan *item, capacity)
			var all crew
			all.start(func() {
				for i := 0; i < size; i++ {
					channel <- items.at(i)
				}
			})
			all.start(func() {
				for i := 0; i < size; i++ {
					items.check(i, <-channel)
				}
			})
			all.Wait()
		}, size
	}
}
