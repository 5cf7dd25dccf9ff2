package main

func pingPong(size int) (trial, int) {
	items := newCycle(0)
	return func() {
		there := make(chan *item)
		back := make(chan *item)
		var all crew
		all.start(func() {
			for i := 0; i < size; i++ {
				there <- items.at(i)
				items.check(i, <-back)
			}
		})
		all.start(func() {
			for i := 0; i < size; i++ {
				back <- <-there
			}
		})
		all.Wait()
	}, size
}
