package main

// firstPrimes finds the first primes without channels, and how often a sieve of channels receives.
func firstPrimes(count int) (primes []int32, hops int) {
	for number := int32(2); len(primes) < count; number++ {
		filter := 0
		for filter < len(primes) && number%primes[filter] != 0 {
			filter++
		}
		if filter == len(primes) {
			primes = append(primes, number)
		}
		hops += filter + 1
	}
	return primes, hops
}

func primeSieve(size int) (trial, int) {
	primes, hops := firstPrimes(size)
	numbers := itemsOf(0, int(primes[size-1])+1)
	checked := func(expected int32, arrived *item) int32 {
		if arrived.number != expected {
			fault("Instead of %d arrived %v.", expected, *arrived)
		}
		return expected
	}
	return func() {
		first := make(chan *item)
		var all crew
		all.start(func() {
			for _, next := range numbers[2:] {
				first <- next
			}
			first <- numbers[0]
		})
		all.start(func() {
			last := first
			for _, expected := range primes {
				prime, in, out := checked(expected, <-last), last, make(chan *item)
				all.start(func() { filterMultiples(prime, in, out) })
				last = out
			}
			checked(0, <-last)
		})
		all.Wait()
	}, hops
}

// filterMultiples ends with the 0 that comes behind the last number.
func filterMultiples(prime int32, in <-chan *item, out chan<- *item) {
	for {
		next := <-in
		if next.number == 0 || next.number%prime != 0 {
			out <- next
		}
		if next.number == 0 {
			return
		}
	}
}
