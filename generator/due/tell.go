package due

import (
	"cmp"
	"strings"

	"greffe/generator/council"
	"greffe/generator/phrase"
)

// What says what is due, in a sentence.
func (i *Item) What(say phrase.Speaker) string { return say.Say("due."+i.Kind+".what", i.said(say)...) }

// Todo says what the secretary can do about it.
func (i *Item) Todo(say phrase.Speaker) string { return say.Say("due."+i.Kind+".todo", i.said(say)...) }

// Subject is what people call the thing that the item is about.
func (i *Item) Subject(say phrase.Speaker) string { return subject(say, i.Document) }

// Position is where to write what became of it: in a file of the content folder.
func (i *Item) Position(c *council.Council) (file string, line, column int) {
	if i.Document == nil {
		line, column = c.Settings.At(i.Path)
		return "council.yaml", line, column
	}
	entry := i.Document.Common()
	line, column = entry.At(i.Path)
	return entry.File, line, column
}

// said are the arguments of the item's sentences, in words.
func (i *Item) said(say phrase.Speaker) []any {
	var args []any
	for name, value := range i.Args {
		switch v := value.(type) {
		case period:
			value = v.said(say)
		case string:
			if v == "" && (name == "by" || name == "to" || name == "author") {
				v = say.Say("due.somebody")
			}
			value = within.Replace(v)
		}
		args = append(args, name, value)
	}
	return args
}

// within turns the quotation marks of a title into those of a quotation within
// another: the sentences put theirs around it.
var within = strings.NewReplacer("« ", "“", "«\u00a0", "“", "«\u202f", "“", "«", "“", " »", "”", "\u00a0»", "”", "\u202f»", "”", "»", "”")

// said is the period in words that go on a sentence: its years, if it is made of
// whole ones.
func (p period) said(say phrase.Speaker) string {
	year := func(d council.Date) council.Date { return council.Date{Year: d.Year} }
	switch whole := p.first == year(p.first).First().Date() && p.last == year(p.last).Last().Date(); {
	case p == period{}:
		return ""
	case whole && p.first.Year == p.last.Year:
		return say.Catalogue.Say("due.period.year", "first", p.first.Year)
	case whole:
		return say.Catalogue.Say("due.period.years", "first", p.first.Year, "last", p.last.Year)
	}
	return say.Catalogue.Say("due.period.days", "first", say.Date(p.first), "last", say.Date(p.last))
}

// What says what changes: of a document, its name comes first.
func (c *Change) What(say phrase.Speaker) string {
	what := say.Say("due.change." + c.Kind)
	if c.Document == nil {
		return what
	}
	return say.Say("due.changes", "label", c.Document.Label(), "what", what)
}

func subject(say phrase.Speaker, document council.Documented) string {
	if document == nil {
		return say.Say("status.settings")
	}
	return say.Set(cmp.Or(document.Label(), document.Key()))
}
