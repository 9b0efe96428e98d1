package diagnostic

// Nearest is the candidate that somebody who wrote word most likely meant, or
// "" if none is near: at most one slip in three letters, where a slip is a
// letter too many, missing, wrong, or swapped with its neighbour.
func Nearest(word string, candidates []string) string {
	best, nearest := "", len([]rune(word))/3+1
	if len(word) > 100 {
		return ""
	}
	for _, candidate := range candidates {
		if slips := distance([]rune(word), []rune(candidate), nearest); slips < nearest || (slips == nearest && best == "" && slips <= 2) {
			best, nearest = candidate, slips
		}
	}
	return best
}

// distance is the number of slips between two words (the optimal string
// alignment distance, after Damerau and Levenshtein); more than limit is
// answered as limit+1.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
