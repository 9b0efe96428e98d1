package search

import (
	"encoding/binary"
	"runtime"
	"strings"
	"sync"

	"greffe/generator/council"
)

// A grade is the weight of the place where a word stands in a document. The
// script knows them by their order.
type grade uint8

const (
	inText    grade = iota
	inHeading       // of the text, or in the summary, or in what the document is
	inTitle
	inName // of somebody or something that has a page of its own
	grades
)

// An index has every word of the public texts, in the shards where each belongs.
type index struct {
	reads  []*council.Reads // what it was made from
	shards [][]string       // their words, some of them twice
	parts  []*part
}

// A part of the index is of documents that follow one another, read by one
// worker.
type part struct {
	*catalogue
	from, to int
	ignored  map[string]bool
	written  map[string][]*word // by how it is written: few words are ever new
	words    map[string]*word
	touched  []*word // by the document that is being read
}

// A word and where it stands: for each document, how many documents after the
// one before, and the best grade, as variable-length numbers. There are
// millions of them.
type word struct {
	places []byte
	last   int
	here   bool // in the document that is being read
	best   grade
}

// index is made by whoever asks first, and once. What it was made from is noted
// in the council of all who ask.
func (c *catalogue) index(from *council.Council) *index {
	c.once.Do(func() { c.words = c.read(from) })
	for _, reads := range c.words.reads {
		from.Note(reads)
	}
	return c.words
}

func (c *catalogue) read(from *council.Council) *index {
	made := &index{shards: make([][]string, c.shards)}
	ignored := make(map[string]bool)
	for _, word := range c.ignored() {
		ignored[word] = true
	}
	workers := min(runtime.GOMAXPROCS(0), len(c.documents)/100+1)
	var team sync.WaitGroup
	for i := range workers {
		reads := new(council.Reads)
		p := &part{
			catalogue: c, ignored: ignored,
			from: len(c.documents) * i / workers, to: len(c.documents) * (i + 1) / workers,
			written: make(map[string][]*word), words: make(map[string]*word),
		}
		made.reads, made.parts = append(made.reads, reads), append(made.parts, p)
		team.Go(func() { p.read(from.Recording(reads)) })
	}
	team.Wait()
	for _, p := range made.parts {
		for text := range p.words {
			i := c.shardOf(text)
			made.shards[i] = append(made.shards[i], text)
		}
	}
	return made
}

// read reads the documents of the part. One that has gone has no words; who
// asks for its text is told.
func (p *part) read(c *council.Council) {
	for number := p.from; number < p.to; number++ {
		t := tell(p.Brief, c, p.documents[number])
		if t == nil {
			continue
		}
		if t.named {
			p.take(t.Title, inName)
		} else {
			p.take(t.Title, inTitle)
		}
		p.take(t.What, inHeading)
		p.take(t.Summary, inHeading)
		for _, heading := range t.headings {
			p.take(heading, inHeading)
		}
		for _, paragraph := range t.Text {
			p.take(paragraph, inText)
		}
		p.touch(p.word(kindWord+p.documents[number].collection), inText)
		p.close(number)
	}
	p.written = nil
}

// kindWord begins the words that stand for collections, which narrow a search:
// no text has such a word.
const kindWord = ":"

func (p *part) take(text string, in grade) {
	eachWord(text, func(written string) {
		words, known := p.written[written]
		if !known {
			folded, forms := fold(written)
			if !p.ignored[folded] {
				for _, form := range forms {
					words = append(words, p.word(form))
				}
			}
			p.written[strings.Clone(written)] = words
		}
		for _, w := range words {
			p.touch(w, in)
		}
	})
}

func (p *part) word(form string) *word {
	w := p.words[form]
	if w == nil {
		w = &word{last: p.from}
		p.words[form] = w
	}
	return w
}

func (p *part) touch(w *word, in grade) {
	if !w.here {
		w.here, w.best = true, in
		p.touched = append(p.touched, w)
	}
	w.best = max(w.best, in)
}

// close writes down where the words of a document stand.
func (p *part) close(number int) {
	for _, w := range p.touched {
		w.places = binary.AppendUvarint(w.places, uint64(number-w.last)<<2|uint64(w.best))
		w.last, w.here = number, false
	}
	p.touched = p.touched[:0]
}

// shard is what a shard says of each of its words: the documents that have it,
// for each grade from the least on, with commas between.
func (made *index) shard(number int) map[string]string {
	shard := make(map[string]string, len(made.shards[number]))
	for _, text := range made.shards[number] {
		var at [grades][]int
		for _, p := range made.parts {
			if w := p.words[text]; w != nil {
				w.each(p.from, func(document int, in grade) { at[in] = append(at[in], document) })
			}
		}
		var lists [grades]string
		for in := range lists {
			lists[in] = encode(at[in])
		}
		shard[text] = strings.TrimRight(strings.Join(lists[:], ","), ",")
	}
	return shard
}

func (w *word) each(from int, visit func(document int, in grade)) {
	for rest := w.places; len(rest) > 0; {
		value, size := binary.Uvarint(rest)
		rest = rest[size:]
		from += int(value >> 2)
		visit(from, grade(value&3))
	}
}

// shardOf is the shard of a word: that of its first letters.
func (c *catalogue) shardOf(word string) int {
	sum, letters := 0, 0
	for _, r := range word {
		if letters++; letters > c.letters {
			break
		}
		sum = (sum*31 + int(r)) % 65521
	}
	return sum % c.shards
}
