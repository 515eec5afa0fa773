package finding

import "strings"

// Nearest returns the name that is most like the word, or "" where none is
// near: at most a third of the word's letters differ. Case is ignored; two
// letters swapped count as one difference (the optimal string alignment
// distance). The first of equally near names wins.
func Nearest(word string, names []string) string {
	w := []rune(strings.ToLower(word))
	best, limit := "", max(1, len(w)/3)
	for _, name := range names {
		n := []rune(strings.ToLower(name))
		if diff := len(n) - len(w); diff > limit || -diff > limit {
			continue
		}
		if d := distance(w, n, limit); d <= limit && name != word {
			best, limit = name, d-1
			if limit < 0 {
				break
			}
		}
	}
	return best
}

// distance is the number of insertions, deletions, substitutions and swaps of
// neighbours from a to b; more than limit may be returned as limit+1.
func distance(a, b []rune, limit int) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := row[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit+1 {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
