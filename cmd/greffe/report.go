package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
	"golang.org/x/text/width"

	"greffe/generator"
	"greffe/generator/diagnostic"
)

// mostShown is how many diagnostics a terminal shows before it only counts.
const mostShown = 50

// report prints what a build has to say: errors and warnings, to standard
// error.
func (a *app) report(found diagnostic.List, g *generator.Generator) {
	var told diagnostic.List
	for _, d := range found {
		if d.Severity == diagnostic.Error || (d.Severity == diagnostic.Warning && !a.flags.quiet) {
			told.Add(d)
		}
	}
	a.print(a.stderr, told, g)
}

// reportAll prints everything, to standard output: it is what check was asked.
func (a *app) reportAll(found diagnostic.List, g *generator.Generator) {
	a.print(a.stdout, found, g)
}

func (a *app) print(to io.Writer, found diagnostic.List, g *generator.Generator) {
	w := bufio.NewWriter(to)
	defer w.Flush()
	paint := painter(to)
	shown := gravest(found)
	if more := len(found) - len(shown); more > 0 {
		fmt.Fprintln(w, a.words.Say("command.more-found", "n", more))
	}
	for _, d := range shown {
		severity := a.words.Say("severities." + d.Severity.String())
		fmt.Fprintf(w, "%s: %s: %s %s\n", paint(bold, a.where(d.Position)), paint(colourOf(d.Severity), severity),
			a.words.Tell("diagnostics."+d.Rule, d.Args), paint(dim, "["+d.Rule+"]"))
		if onTerminal(to) {
			a.frame(w, d.Position, g.Content, paint)
		}
		if d.Hint != "" {
			fmt.Fprintf(w, "    → %s\n", a.words.Tell("hints."+d.Hint, d.Args))
		}
	}
}

// gravest are the diagnostics that a terminal shows: what is less grave is left
// out first, and the gravest come last, beside the count, where a reader looks.
func gravest(found diagnostic.List) diagnostic.List {
	shown := slices.Clone(found)
	slices.SortStableFunc(shown, func(a, b diagnostic.Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	shown = shown[:min(len(shown), mostShown)]
	slices.SortStableFunc(shown, func(a, b diagnostic.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	return shown
}

// where is file:line:column, as editors' terminals make a link of it.
func (a *app) where(p diagnostic.Position) string {
	text := a.shown(p.File)
	if p.Line > 0 {
		text += fmt.Sprintf(":%d:%d", p.Line, max(p.Column, 1))
	}
	return text
}

// frame prints the line with a caret under the place. A line that holds a
// private field is the editor's own file, on the editor's own screen.
func (a *app) frame(w io.Writer, p diagnostic.Position, content fs.FS, paint func(string, string) string) {
	if p.Line == 0 {
		return
	}
	text, err := fs.ReadFile(content, p.File)
	if err != nil {
		return
	}
	lines := strings.SplitN(string(text), "\n", p.Line+1)
	if p.Line > len(lines) {
		return
	}
	line := strings.ReplaceAll(strings.TrimRight(lines[p.Line-1], "\r"), "\t", " ") // a tab counts as one column
	if !utf8.ValidString(line) {
		return
	}
	const widest = 100
	runes := []rune(line)
	column := min(max(p.Column, 1), len(runes)+1)
	from := max(0, column-widest/2)
	to := min(len(runes), from+widest)
	fmt.Fprintf(w, "%s %s\n%s %s\n", paint(dim, fmt.Sprintf("%4d │", p.Line)), string(runes[from:to]),
		paint(dim, "     │"), strings.Repeat(" ", columns(runes[from:column-1]))+paint(colourOf(diagnostic.Error), "^"))
}

// columns is how wide a terminal shows the characters: those of East Asia take
// two columns, combining accents none.
func columns(text []rune) int {
	n := 0
	for _, r := range text {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// A jsonLine is a diagnostic for a program.
type jsonLine struct {
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Severity string   `json:"severity"`
	Rule     string   `json:"rule"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
	Fix      *jsonFix `json:"fix,omitempty"`
	Since    string   `json:"since,omitempty"` // the day of the baseline that has it
}

type jsonFix struct {
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Old    string `json:"old"`
	New    string `json:"new"`
}

// reportJSON prints one object a line, the old ones first.
func (a *app) reportJSON(known comparison) {
	w := bufio.NewWriter(a.stdout)
	defer w.Flush()
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	print := func(found diagnostic.List, since string) {
		for _, d := range found {
			line := jsonLine{a.shown(d.File), d.Line, d.Column, d.Severity.String(), d.Rule, a.words.Tell("diagnostics."+d.Rule, d.Args), "", nil, since}
			if d.Hint != "" {
				line.Hint = a.words.Tell("hints."+d.Hint, d.Args)
			}
			if d.Fix != nil {
				line.Fix = &jsonFix{d.Fix.Line, d.Fix.Column, d.Fix.Old, d.Fix.New}
			}
			_ = encoder.Encode(line)
		}
	}
	print(known.old, known.since)
	print(known.fresh, "")
}

const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	green  = "1;32"
	yellow = "1;33"
	blue   = "1;34"
)

func colourOf(severity diagnostic.Severity) string {
	return [...]string{blue, yellow, red}[severity]
}

// painter colours text on a terminal, and nowhere else (https://no-color.org).
func painter(to io.Writer) func(style, text string) string {
	if !onTerminal(to) || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return func(_, text string) string { return text }
	}
	return func(style, text string) string { return "\x1b[" + style + "m" + text + "\x1b[0m" }
}

func onTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
