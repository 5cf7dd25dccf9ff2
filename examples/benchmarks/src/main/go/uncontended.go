package main

func uncontended(size int) (trial, int) {
	items := newCycle(0)
	return func() {
		channel := make(chan *item, 16)
		for i := 0; i < size; i++ {
			channel <- items.at(i)
			items.check(i, <-channel)
		}
	}, size
}
