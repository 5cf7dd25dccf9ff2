package main

func daisyChain(size int) (trial, int) {
	items := itemsOf(0, size+1)
	checked := func(stage int, arrived *item) int {
		if arrived != items[stage] {
			fault("At stage %d arrived %v.", stage, *arrived)
		}
		return stage
	}
	return func() {
		first := make(chan *item)
		last := first
		var all crew
		for i := 0; i < size; i++ {
			stage, in, out := i, last, make(chan *item)
			all.start(func() { out <- items[checked(stage, <-in)+1] })
			last = out
		}
		all.start(func() { first <- items[0] })
		checked(size, <-last)
		all.Wait()
	}, size
}
