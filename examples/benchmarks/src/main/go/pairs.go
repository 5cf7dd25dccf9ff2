package main

const pairsCapacity = 16

func pairs(count int) workload {
	return func(size int) (trial, int) {
		items := newCycle(0)
		return func() {
			var all crew
			for i := 0; i < count; i++ {
				channel := make(chan *item, pairsCapacity)
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
			}
			all.Wait()
		}, count * size
	}
}
