package diagnostic

// A Fix mends a mistake for certain: nobody could have meant anything else. What
// is only likely is a hint.
//
// It says what stands there now, so that whoever applies it to a file that has
// changed since notices.
type Fix struct {
	Line, Column int    // where Old begins; columns count characters
	Old, New     string // Old is within one line
}

// OneSlip is the one candidate from which word differs by a single slip of a
// letter; "" if there is none, or more than one. A wrong digit is no slip of
// the pen: 2024-01 and 2024-02 are two documents.
func OneSlip(word string, candidates []string) string {
	const shortest = 4 // in three letters, one slip may be another word
	letters := []rune(word)
	found := ""
	if len(letters) < shortest || len(letters) > 100 {
		return ""
	}
	for _, candidate := range candidates {
		if distance(letters, []rune(candidate), 1) != 1 {
			continue
		}
		if found != "" && found != candidate {
			return ""
		}
		found = candidate
	}
	if digits(found) != digits(word) {
		return ""
	}
	return found
}

func digits(text string) string {
	var found []byte
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			found = append(found, text[i])
		}
	}
	return string(found)
}
