package page

import (
	"math"
	"strconv"
	"strings"
)

// Number is a whole number as people read it: 1 234 in French, 1,234 in English.
func (v *View) Number(n int) string {
	digits := strconv.Itoa(n)
	if n < 0 || len(digits) < 4 || len(digits) < v.groupedFrom() {
		return digits
	}
	separator := v.T("numbers.group")
	head := (len(digits)-1)%3 + 1
	number := digits[:head]
	for rest := digits[head:]; rest != ""; rest = rest[3:] {
		number += separator + rest[:3]
	}
	return number
}

// groupedFrom is how many digits a number must have to be cut into groups:
// Spanish leaves four together.
func (v *View) groupedFrom() int {
	from, _ := strconv.Atoi(v.T("numbers.grouped_from"))
	return from
}

// Counted is a sentence with a number in it, as {count}, and the singular or the
// plural that the number asks for.
func (v *View) Counted(key string, n int, args ...any) string {
	return v.T(key, append([]any{"n", n, "count", v.Number(n)}, args...)...)
}

// decimal is a number with at most two decimals, as people read it.
func (v *View) decimal(n float64) string {
	whole, fraction, broken := strings.Cut(strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64), ".")
	number, _ := strconv.Atoi(whole)
	if !broken {
		return v.Number(number)
	}
	return v.Number(number) + v.T("numbers.decimal") + fraction
}
