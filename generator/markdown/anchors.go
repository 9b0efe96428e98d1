package markdown

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Anchor returns the id that a link to "#fragment" leads to. The ids of
// headings begin with "s-" so that no title can take an id of the page; editors
// write links without it, with or without capitals and accents.
func Anchor(fragment string) string {
	if fragment == "" {
		return ""
	}
	return headingPrefix + slug(fragment)
}

const headingPrefix = "s-"

// slug writes a title in lower-case ASCII letters, digits and hyphens, at most
// about eighty: "Élu·es" is "elu-es".
func slug(title string) string {
	const most = 80
	id := make([]byte, 0, min(len(title), most)+8)
	gap := false
	add := func(c rune) {
		if c >= 0x300 && c <= 0x36F {
			return // an accent
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c < 'a' || c > 'z' {
			if !isDigit(c) {
				gap = true
				return
			}
		}
		if gap && len(id) > 0 {
			id = append(id, '-')
		}
		gap = false
		id = append(id, byte(c))
	}
	for i, c := range title {
		if gap && len(id) >= most {
			break
		}
		if c < 0x80 {
			add(c)
			continue
		}
		if letters, ok := ligatures[c]; ok {
			for _, l := range letters {
				add(l)
			}
			continue
		}
		parts := norm.NFKD.PropertiesString(title[i:]).Decomposition()
		if parts == nil {
			add(c)
		}
		for _, part := range string(parts) {
			add(part)
		}
	}
	if len(id) > 2*most {
		id = id[:2*most] // one endless word
	}
	if len(id) == 0 {
		return "section"
	}
	return string(id)
}

// ligatures are letters that Unicode does not take apart.
var ligatures = map[rune]string{
	'œ': "oe", 'Œ': "oe", 'æ': "ae", 'Æ': "ae", 'ß': "ss", 'ø': "o", 'Ø': "o",
	'đ': "d", 'Đ': "d", 'ł': "l", 'Ł': "l", 'ı': "i", 'þ': "th", 'ð': "d",
	// A soft hyphen and joiners are not seen.
	'\u00ad': "", '\u200b': "", '\u200c': "", '\u200d': "",
}

// isAnchor tells whether an editor may choose the id.
func isAnchor(id string) bool { return id != "" && slug(id) == id }

// uniqueID returns id, or id-2, id-3… if it is taken, and takes it.
func (r *renderer) uniqueID(id string) string {
	if r.ids == nil {
		r.ids = map[string]int{}
	}
	if r.ids[id] == 0 {
		r.ids[id] = 1
		return id
	}
	for {
		r.ids[id]++
		numbered := id + "-" + strconv.Itoa(r.ids[id])
		if r.ids[numbered] == 0 {
			r.ids[numbered] = 1
			return numbered
		}
	}
}

// isTaken tells whether a heading has the id already.
func (r *renderer) isTaken(id string) bool { return r.ids[id] != 0 }

// label puts the number of a note in the words for it.
func label(words string, number int) string {
	return strings.ReplaceAll(words, "{n}", strconv.Itoa(number))
}
