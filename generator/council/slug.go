package council

import "strings"

// Slug is the id that a name would have: "L'élu·e d'Aubrelle" is
// "l-elue-d-aubrelle". It is empty if the name has no letter and no digit.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range Fold(name) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}
