package markdown

import "bytes"

// A flow is one paragraph (or heading, or cell) laid flat: the text as a reader
// sees it, and beside it the marks. Typography must look across marks (in
// "*Attention* !" the space belongs to the exclamation mark), so it works on
// the text alone and the marks follow it.
type flow struct {
	text   []byte
	marks  []mark
	voices []voiceAt

	// Room kept from one paragraph to the next.
	spare  []byte
	edits  []edit
	quotes []quote
}

// A mark is HTML that stands before text[at]. One with a hole waits for the
// address of a link.
type mark struct {
	at     int
	html   string
	hole   holeKind
	link   int
	unread bool // Plain leaves it out
}

// A voice is how a stretch of text is set.
type voice uint8

const (
	asWritten voice = iota // code, addresses, languages we have no rules for
	french
	english
)

// A voiceAt says that text[at:] is set so, up to the next one.
type voiceAt struct {
	at    int
	voice voice
}

// An edit replaces text[from:to].
type edit struct {
	from, to int
	with     string
	// afterMarks puts an insertion after the marks that stand at the same
	// place: the space before "!" stays out of the link that ends there.
	afterMarks bool
}

func (f *flow) reset(v voice) {
	f.text = f.text[:0]
	f.marks = f.marks[:0]
	f.voices = append(f.voices[:0], voiceAt{0, v})
}

func (f *flow) tag(html string) {
	f.marks = append(f.marks, mark{at: len(f.text), html: html})
}

// speak sets what follows in another voice and returns the former one.
func (f *flow) speak(v voice) voice {
	former := f.voices[len(f.voices)-1].voice
	if v != former {
		f.voices = append(f.voices, voiceAt{len(f.text), v})
	}
	return former
}

// stretches calls do for each part of the text that has one voice.
func (f *flow) stretches(do func(from, to int, v voice)) {
	for i, v := range f.voices {
		to := len(f.text)
		if i+1 < len(f.voices) {
			to = f.voices[i+1].at
		}
		if v.voice != asWritten && v.at < to {
			do(v.at, to, v.voice)
		}
	}
}

// apply makes the edits, which stand in order, and moves marks and voices along.
func (f *flow) apply() {
	if len(f.edits) == 0 {
		return
	}
	text := f.spare[:0]
	from, mark, voice := 0, 0, 0
	for _, e := range f.edits {
		// Marks before the edit move by what came before it; those inside
		// what it replaces end up after it.
		shift := len(text) - from
		before := func(at int) bool {
			return at < e.from || at == e.from && (e.afterMarks || e.to > e.from)
		}
		for ; mark < len(f.marks) && before(f.marks[mark].at); mark++ {
			f.marks[mark].at += shift
		}
		for ; voice < len(f.voices) && before(f.voices[voice].at); voice++ {
			f.voices[voice].at += shift
		}
		text = append(append(text, f.text[from:e.from]...), e.with...)
		from = e.to
		for i := mark; i < len(f.marks) && f.marks[i].at < from; i++ {
			f.marks[i].at = from
		}
		for i := voice; i < len(f.voices) && f.voices[i].at < from; i++ {
			f.voices[i].at = from
		}
	}
	shift := len(text) - from
	for ; mark < len(f.marks); mark++ {
		f.marks[mark].at += shift
	}
	for ; voice < len(f.voices); voice++ {
		f.voices[voice].at += shift
	}
	text = append(text, f.text[from:]...)
	f.text, f.spare = text, f.text
	f.edits = f.edits[:0]
}

// plain is the text of the flow on one line.
func (f *flow) plain() string { return oneLine(f.text) }

// write ends the flow: its text and marks go to the body.
func (r *renderer) write(f *flow) {
	from := 0
	for i := range f.marks {
		m := &f.marks[i]
		r.body = appendEscaped(r.body, f.text[from:m.at])
		from = m.at
		start := len(r.body)
		if m.hole != noHole {
			r.holes = append(r.holes, hole{at: start, skip: len(m.html), kind: m.hole, link: m.link})
		}
		r.body = append(r.body, m.html...)
		if m.unread {
			r.unread = append(r.unread, extent{start, len(r.body)})
		}
	}
	r.body = appendEscaped(r.body, f.text[from:])
}

// isBlank tells whether nothing would be seen of the flow.
func (f *flow) isBlank() bool {
	return len(f.marks) == 0 && len(bytes.TrimSpace(f.text)) == 0
}
