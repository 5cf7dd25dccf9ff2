package main

import "sync"

// An item is what is sent, allocated before a trial: what arrives has to be the very object.
type item struct {
	sender int32
	number int32
}

func itemsOf(sender, count int) []*item {
	items := make([]*item, count)
	for i := range items {
		items[i] = &item{int32(sender), int32(i)}
	}
	return items
}

// A cycle holds the items that one sender sends over and over.
type cycle []*item

const cycleLength = 1024 // more than any buffer that is measured

func newCycle(sender int) cycle {
	return itemsOf(sender, cycleLength)
}

func (c cycle) at(index int) *item {
	return c[index&(cycleLength-1)]
}

func (c cycle) check(index int, arrived *item) {
	if arrived != c.at(index) {
		fault("The %dth should be %v, but is %v.", index, c.at(index), arrived)
	}
}

// A crew is the goroutines of one trial.
type crew struct{ sync.WaitGroup }

func (c *crew) start(task func()) {
	c.Add(1)
	go func() {
		defer c.Done()
		task()
	}()
}
