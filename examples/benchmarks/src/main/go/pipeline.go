package main

const pipelineStages = 1000

func pipeline(size int) (trial, int) {
	items := newCycle(0)
	return func() {
		first := make(chan *item)
		last := first
		var all crew
		for i := 0; i < pipelineStages; i++ {
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
	}, (pipelineStages + 1) * size
}
