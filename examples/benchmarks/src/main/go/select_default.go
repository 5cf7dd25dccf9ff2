package main

// polls looks at channels that are empty, and once at the end at one that is not.
func polls(arms int, poll receiver) workload {
	return func(size int) (trial, int) {
		items := newCycle(0)
		return func() {
			channels := make([]chan *item, arms)
			for i := range channels {
				channels[i] = make(chan *item, 1)
			}
			for i := 0; i < size; i++ {
				if next := poll(channels); next != nil {
					fault("Out of nothing came %v.", *next)
				}
			}
			channels[arms-1] <- items.at(0)
			items.check(0, poll(channels))
		}, size
	}
}

func pollOf2(c []chan *item) *item {
	select {
	case next := <-c[0]:
		return next
	case next := <-c[1]:
		return next
	default:
		return nil
	}
}

func pollOf8(c []chan *item) *item {
	select {
	case next := <-c[0]:
		return next
	case next := <-c[1]:
		return next
	case next := <-c[2]:
		return next
	case next := <-c[3]:
		return next
	case next := <-c[4]:
		return next
	case next := <-c[5]:
		return next
	case next := <-c[6]:
		return next
	case next := <-c[7]:
		return next
	default:
		return nil
	}
}
