package page

import (
	"sync"

	"greffe/generator/council"
	"greffe/generator/site"
)

const (
	firstRows = 5
	longest   = 60 // characters of a cell
	exampleIn = 50 // rows: a column that few rows fill has its example further down
)

// A survey is what the pages tell of a table's rows. The rows are read once for
// all of them: a table may have as many as there are votes and presences.
type survey struct {
	once     sync.Once
	reads    council.Reads
	rows     int
	first    [][]string   // shortened
	examples []string     // shortened, by column
	dated    council.Date // the latest change of its rows
}

// survey reads the rows of a table, if no page has.
func (v *View) survey(table *site.Table) *survey {
	kept, _ := v.publisher.surveys.LoadOrStore(table.Name, new(survey))
	s := kept.(*survey)
	s.once.Do(func() { s.read(table, v.Council.Recording(&s.reads), v.publisher.Brief) })
	v.Council.Note(&s.reads)
	return s
}

// read looks at the first rows whole, and then at when each row changed.
func (s *survey) read(table *site.Table, c *council.Council, b *site.Brief) {
	s.examples = make([]string, len(table.Columns))
	read := 0
	for row := range table.Rows(c, b) {
		if read < firstRows {
			s.first = append(s.first, shortenedAll(row))
		}
		for i, text := range row {
			if s.examples[i] == "" {
				s.examples[i] = shortened(text)
			}
		}
		if read++; read == exampleIn {
			break
		}
	}
	last := ""
	for modified := range table.Modified(c, b) {
		s.rows++
		if modified == last {
			continue
		}
		last = modified
		if moment, ok := council.ParseMoment(modified); ok && moment.Date.First() > s.dated.First() {
			s.dated = moment.Date
		}
	}
}

func shortenedAll(row []string) []string {
	all := make([]string, len(row))
	for i, text := range row {
		all[i] = shortened(text)
	}
	return all
}

// shortened is the beginning of a long text.
func shortened(text string) string {
	runes := []rune(oneLine(text))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest-1]) + "…"
}
