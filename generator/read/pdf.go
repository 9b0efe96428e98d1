package read

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"

	"greffe/generator/council"
)

// What a PDF says of itself is found without reading it as one: the names that
// matter stand in its dictionaries, in clear or, since version 1.5, in
// compressed streams of objects, which are opened. A name that is there though
// nothing uses it is taken at its word; this looks for what is forgotten, not
// for what is faked.

// maxInflated bounds what the streams of one PDF may swell to, in bytes.
const maxInflated = 16 << 20

var (
	pdfLanguage = regexp.MustCompile(`/Lang\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])`)
	pdfTitle    = regexp.MustCompile(`/Title\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])`)
	xmpTitle    = regexp.MustCompile(`<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^<\s]`)
	pdfFont     = regexp.MustCompile(`/Type\s*/Font\b|/Font\s*<<\s*/|/Font\s+\d+\s+\d+\s+R`)
	pdfStream   = regexp.MustCompile(`/Type\s*/(?:ObjStm|Metadata)\b`)
)

func lookIntoPDF(text []byte) *council.PDFFacts {
	if bytes.Contains(text, []byte("/Encrypt")) {
		return nil // its strings cannot be read
	}
	var facts council.PDFFacts
	add := func(text []byte) {
		facts.Tagged = facts.Tagged || bytes.Contains(text, []byte("/StructTreeRoot"))
		facts.Language = facts.Language || pdfLanguage.Match(text)
		facts.Title = facts.Title || pdfTitle.Match(text) || xmpTitle.Match(text)
		facts.Text = facts.Text || pdfFont.Match(text)
	}
	add(text)
	rest, last := int64(maxInflated), 0
	for _, found := range pdfStream.FindAllIndex(text, -1) {
		at := streamAfter(text, found[1])
		if at <= last { // none, or one that was read
			continue
		}
		last = at
		inside := inflated(text[at:], rest)
		rest -= int64(len(inside))
		add(inside)
	}
	return &facts
}

// streamAfter is where the stream begins whose dictionary holds the place at; 0
// if there is none.
func streamAfter(text []byte, at int) int {
	const longestDictionary = 4096
	window := text[at:min(len(text), at+longestDictionary)]
	start := bytes.Index(window, []byte("stream"))
	if end := bytes.Index(window, []byte("endobj")); start < 0 || end >= 0 && end < start {
		return 0
	}
	at += start + len("stream")
	for at < len(text) && (text[at] == '\r' || text[at] == '\n') {
		at++
	}
	return at
}

// inflated is a stream, as far as it goes.
func inflated(stream []byte, limit int64) []byte {
	inflater, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil // not compressed: it was read with the rest
	}
	defer inflater.Close()
	inside, _ := io.ReadAll(io.LimitReader(inflater, limit))
	return inside
}
