package main

// Go's select is syntax: its arms are written out.

const selectCapacity = 16

type receiver func(c []chan *item) *item

func selectOf(arms int, receive receiver) workload {
	return func(size int) (trial, int) {
		items := make([]cycle, arms)
		for arm := range items {
			items[arm] = newCycle(arm)
		}
		each := size / arms
		return func() {
			channels := make([]chan *item, arms)
			var all crew
			for i := range channels {
				channels[i] = make(chan *item, selectCapacity)
				channel, mine := channels[i], items[i]
				all.start(func() {
					for i := 0; i < each; i++ {
						channel <- mine.at(i)
					}
				})
			}
			all.start(func() { receiveAll(items, size, func() *item { return receive(channels) }) })
			all.Wait()
		}, size
	}
}

func receiveAll(items []cycle, size int, receive func() *item) {
	counts := make([]int, len(items))
	for i := 0; i < size; i++ {
		next := receive()
		items[next.sender].check(counts[next.sender], next)
		counts[next.sender]++
	}
	for _, count := range counts {
		if count != size/len(items) {
			fault("From one of the arms came %d.", count)
		}
	}
}

func receiveFrom2(c []chan *item) *item {
	select {
	case next := <-c[0]:
		return next
	case next := <-c[1]:
		return next
	}
}

func receiveFrom8(c []chan *item) *item {
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
	}
}

func receiveFrom32(c []chan *item) *item {
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
	case next := <-c[8]:
		return next
	case next := <-c[9]:
		return next
	case next := <-c[10]:
		return next
	case next := <-c[11]:
		return next
	case next := <-c[12]:
		return next
	case next := <-c[13]:
		return next
	case next := <-c[14]:
		return next
	case next := <-c[15]:
		return next
	case next := <-c[16]:
		return next
	case next := <-c[17]:
		return next
	case next := <-c[18]:
		return next
	case next := <-c[19]:
		return next
	case next := <-c[20]:
		return next
	case next := <-c[21]:
		return next
	case next := <-c[22]:
		return next
	case next := <-c[23]:
		return next
	case next := <-c[24]:
		return next
	case next := <-c[25]:
		return next
	case next := <-c[26]:
		return next
	case next := <-c[27]:
		return next
	case next := <-c[28]:
		return next
	case next := <-c[29]:
		return next
	case next := <-c[30]:
		return next
	case next := <-c[31]:
		return next
	}
}
