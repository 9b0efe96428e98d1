package search

import (
	"slices"
	"strings"
	"testing"
)

// decode reads a list as the script of the page does.
func decode(list string) []int {
	var numbers []int
	if digits, ok := strings.CutPrefix(list, bitmap); ok {
		for i := range len(digits) {
			for bit := range 6 {
				if strings.IndexByte(alphabet, digits[i])>>bit&1 == 1 {
					numbers = append(numbers, 6*i+bit)
				}
			}
		}
		return numbers
	}
	number, gap, shift := -1, 0, 0
	for i := range len(list) {
		digit := strings.IndexByte(alphabet, list[i])
		gap |= digit & 31 << shift
		shift += 5
		if digit < 32 {
			number += gap + 1
			numbers = append(numbers, number)
			gap, shift = 0, 0
		}
	}
	return numbers
}

func TestListsAreReadAsTheyWereWritten(t *testing.T) {
	every := func(step, total int) []int {
		var numbers []int
		for n := step - 1; n < total; n += step {
			numbers = append(numbers, n)
		}
		return numbers
	}
	for _, numbers := range [][]int{
		nil, {0}, {31}, {32}, {33}, {0, 1}, {1023, 1024, 1025}, {0, 99_999}, {5, 6, 7, 1_000_000},
		every(1, 10_000), every(2, 10_000), every(7, 10_000), every(40, 10_000), every(1000, 10_000),
	} {
		list := encode(numbers)
		if got := decode(list); !slices.Equal(got, numbers) {
			t.Errorf("%d numbers, written %.40q, are read as %d", len(numbers), list, len(got))
		}
	}
	if size := len(encode(every(1, 10_000))); size > 1700 {
		t.Errorf("a word of all of ten thousand documents takes %d bytes", size)
	}
}

func FuzzEncode(f *testing.F) {
	f.Add([]byte{0, 1, 255})
	f.Fuzz(func(t *testing.T, gaps []byte) {
		var numbers []int
		number := -1
		for _, gap := range gaps {
			number += int(gap)*int(gap) + 1
			numbers = append(numbers, number)
		}
		if got := decode(encode(numbers)); !slices.Equal(got, numbers) {
			t.Errorf("%v are read as %v", numbers, got)
		}
	})
}
