package page

import "greffe/generator/words"

// perPage is how many items a page of a list has.
const perPage = 50

// A Paging says which page of a list this is, and leads to the others. It is
// nil for a list that holds on one page.
type Paging struct {
	Number, Total  int
	First, Last    string // addresses; "" where this page is it
	Previous, Next string
}

// paging lays out the pages of a list whose first page is at an address.
func (p *Publisher) paging(address string, number, total int) *Paging {
	if total < 2 {
		return nil
	}
	paging := &Paging{Number: number, Total: total}
	if number > 1 {
		paging.First = address
		paging.Previous = pageAddress(p.Words, address, number-1)
	}
	if number < total {
		paging.Next = pageAddress(p.Words, address, number+1)
		paging.Last = pageAddress(p.Words, address, total)
	}
	return paging
}

// pageAddress is the address of a page of a list: the first is the list's own.
func pageAddress(catalogue *words.Catalogue, address string, number int) string {
	if number == 1 {
		return address
	}
	return address + catalogue.Say("facets.page-path", "n", number) + "/"
}

// pagesOf is how many pages so many items take; an empty list has one, which
// says that it is empty.
func pagesOf(items, perPage int) int { return max(1, (items+perPage-1)/perPage) }

// pageOf cuts out the items of one page.
func pageOf[T any](items []T, number, perPage int) []T {
	from := min((number-1)*perPage, len(items))
	return items[from:min(from+perPage, len(items))]
}
