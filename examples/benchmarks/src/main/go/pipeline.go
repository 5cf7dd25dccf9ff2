package main

func pipeline(stages int) workload {
	return func(size int) (trial, int) { return pipelineOf(stages, size) }
}

func pipelineOf(stages, size int) (trial, int) {
	items := newCycle(0)
	return func() {
		first := make(chan *item)
		last := first
		var all crew
		for i := 0; i < stages; i++ {
			in, out := last, make(chan *item)
			all.start(func() {
				for i := 0; i < size; i++ {
					out <- <-in
				}
			})
			last = out
		}
		all.start(func() {
			for i := 0; i < size; i++ {
				first <- items.at(i)
			}
		})
		all.start(func() {
			for i := 0; i < size; i++ {
				items.check(i, <-last)
			}
		})
		all.Wait()
	}, (stages + 1) * size
}
