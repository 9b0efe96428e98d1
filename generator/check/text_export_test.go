package check

// Syllables counts those of one word.
func Syllables(text string) int {
	var w word
	new(proof).letters([]byte(text), 0, &w)
	return int(w.syllables)
}
