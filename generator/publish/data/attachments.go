package data

import (
	"io"
	"iter"
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// An enclosure is a file, or an address, that a document gives along with its
// text.
type enclosure struct {
	council.Documented
	*council.Attachment
	rank int
}

func (e enclosure) document() council.Documented { return e.Documented }

func enclosuresOf(_ *view, d council.Documented) iter.Seq[enclosure] {
	return func(yield func(enclosure) bool) {
		attached := d.Common().Attachments
		for i := range attached {
			if !yield(enclosure{d, &attached[i], i + 1}) {
				return
			}
		}
	}
}

func attachments() *Table {
	t := tableOfAll("attachments", enclosuresOf)
	t.id(func(e enclosure) string { return rankIn(name(e), e.rank) })
	t.stands(enclosure.document)
	t.fields(council.Attachment{}, func(e enclosure) any { return e.Attachment }, leave("url"))
	t.column("format", Text, func(_ *view, e enclosure) Cell {
		return text(strings.ToLower(strings.TrimPrefix(path.Ext(string(e.File)), ".")))
	})
	t.column("bytes", Integer, func(v *view, e enclosure) Cell {
		sum, ok := sumOf(v, e)
		return count(int(sum.Size), ok)
	})
	t.column("hash", Text, hashOf)
	t.from(func(_ *view, e enclosure) origin { return within(e.Documented, item("attachments", e.rank)) })
	t.column("url", URL, func(v *view, e enclosure) Cell {
		if e.File == "" {
			return text(e.URL)
		}
		return text(v.addresses.Absolute(v.addresses.Attachment(e.Documented, e.File)))
	})
	t.column("modified", Date, func(v *view, e enclosure) Cell { return text(e.Common().Modified(v.AsOf).String()) })
	return t.done()
}

// hashOf is the SHA-256 of an attached file.
func hashOf(v *view, e enclosure) Cell {
	sum, ok := sumOf(v, e)
	if !ok {
		return unknown
	}
	return text("sha256:" + sum.SHA256)
}

// sumOf measures an attached file as it is published. It is read once for all
// the tables and formats of a site.
func sumOf(v *view, e enclosure) (site.Sum, bool) {
	file, ok := v.File(e.Common(), e.File)
	if !ok || e.File == "" {
		return site.Sum{}, false
	}
	place := v.addresses.Path(v.addresses.Attachment(e.Documented, e.File))
	v.brief.Sums.Add([]site.File{{Path: place, Make: func(w io.Writer, _ *council.Council) error {
		return v.brief.Copy(w, file)
	}}})
	sum, err := v.brief.Sums.Of(v.Council, place)
	return sum, err == nil // whoever publishes the file says why it cannot be read
}
