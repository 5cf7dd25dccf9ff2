package main

// arrivals is what one of several receivers got of what several senders sent.
type arrivals struct {
	last     []int32
	count    int
	checksum int64
}

func newArrivals(senders int) *arrivals {
	a := &arrivals{last: make([]int32, senders)}
	for i := range a.last {
		a.last[i] = -1
	}
	return a
}

func (a *arrivals) add(arrived *item) {
	if arrived.number <= a.last[arrived.sender] {
		fault("%v came after number %d.", *arrived, a.last[arrived.sender])
	}
	a.last[arrived.sender] = arrived.number
	a.count++
	key := int64(arrived.sender)<<24 + int64(arrived.number)
	a.checksum += key * key
}

func manyToMany(senders, receivers int) workload {
	return func(size int) (trial, int) {
		each := size / senders
		items := make([][]*item, senders)
		expected := newArrivals(senders)
		for sender := range items {
			items[sender] = itemsOf(sender, each)
			for _, next := range items[sender] {
				expected.add(next)
			}
		}
		return func() {
			channel := make(chan *item, 512)
			received := make([]*arrivals, receivers)
			var all crew
			for i := range items {
				mine := items[i]
				all.start(func() {
					for _, next := range mine {
						channel <- next
					}
				})
			}
			for i := range received {
				here := newArrivals(senders)
				received[i] = here
				all.start(func() {
					for i := 0; i < size/receivers; i++ {
						here.add(<-channel)
					}
				})
			}
			all.Wait()
			checkArrivals(received, expected)
		}, size
	}
}

func checkArrivals(received []*arrivals, expected *arrivals) {
	count, checksum := 0, int64(0)
	for _, here := range received {
		count += here.count
		checksum += here.checksum
	}
	if count != expected.count || checksum != expected.checksum {
		fault("Count and checksum should be %d and %d, but are %d and %d.",
			expected.count, expected.checksum, count, checksum)
	}
}
