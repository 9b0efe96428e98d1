package search

import "strings"

// alphabet are the digits of a list, six bits each.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// bitmap begins a list that is written as one bit a document.
const bitmap = "*"

// encode writes an ascending list of numbers as text, in the shorter of two ways.
// A word of few documents is written as the gaps between them, in digits of five
// bits, the least first, with a sixth bit where another digit follows; a word of
// many, as a bitmap. JSON's own lists take three times as much, and a common word
// has thousands of numbers.
func encode(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	last := numbers[len(numbers)-1]
	var b strings.Builder
	before := -1
	for _, number := range numbers {
		gap := number - before - 1
		for ; gap >= 32; gap >>= 5 {
			b.WriteByte(alphabet[32|gap&31])
		}
		b.WriteByte(alphabet[gap])
		before = number
		if b.Len() > len(bitmap)+last/6 {
			return asBitmap(numbers)
		}
	}
	return b.String()
}

func asBitmap(numbers []int) string {
	digits := make([]byte, numbers[len(numbers)-1]/6+1)
	for _, number := range numbers {
		digits[number/6] |= 1 << (number % 6)
	}
	for i, digit := range digits {
		digits[i] = alphabet[digit]
	}
	return bitmap + string(digits)
}
