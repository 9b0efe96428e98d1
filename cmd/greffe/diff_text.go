package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"greffe/generator/compare"
	"greffe/generator/diagnostic"
)

// signs of what becomes of a document, as those who read differences know them.
var signs = map[compare.How]string{compare.Added: "+", compare.Removed: "-", compare.Renamed: "→", compare.Changed: "~"}

// diffText prints the report for people.
func (a *app) diffText(p *proposal) error {
	w := bufio.NewWriter(a.stdout)
	say, paint := a.speaker(), painter(a.stdout)
	fmt.Fprintln(w, paint(bold, say.Say("diff.heading", "before", onOneLine(p.before), "after", onOneLine(p.after))))
	if short := a.inShort(p); len(short) > 0 {
		fmt.Fprintln(w, say.Say("diff.in-short", "what", strings.Join(short, ", ")))
	} else {
		fmt.Fprintln(w, say.Say("diff.only-files"))
	}
	for _, collection := range diffSections() {
		entries := of(p.entries, collection)
		if len(entries) > 0 {
			fmt.Fprintf(w, "\n%s\n", paint(bold, a.sectionTitle(collection)))
		}
		for _, e := range entries {
			style := map[compare.How]string{compare.Added: green, compare.Removed: red}[e.How]
			if style == "" {
				style = yellow
			}
			how := ""
			if e.How != compare.Changed {
				how = a.words.Say("kit.new.colon") + a.howText(e)
			}
			fmt.Fprintf(w, "  %s %s%s  %s\n", paint(style, signs[e.How]), a.called(e), how, paint(dim, a.shown(e.File)))
			for i := range e.Changes {
				fmt.Fprintf(w, "      %s\n", a.changeText(&e.Changes[i]))
			}
		}
	}
	a.diffAddresses(w, p, paint)
	a.diffFindings(w, p, paint)
	return w.Flush()
}

func (a *app) diffAddresses(w io.Writer, p *proposal, paint func(string, string) string) {
	if len(p.redirected)+len(p.vanished) == 0 && !p.unsure {
		return
	}
	fmt.Fprintf(w, "\n%s\n", paint(bold, a.speaker().Say("diff.addresses")))
	for _, moved := range p.redirected {
		fmt.Fprintf(w, "  %s\n", a.speaker().Say("diff.redirected", "before", moved[0], "after", moved[1]))
	}
	for _, d := range p.vanished {
		fmt.Fprintf(w, "  %s %s\n", paint(red, "-"), a.sentence(d))
	}
	if p.unsure {
		fmt.Fprintf(w, "  %s\n", a.speaker().Say("diff.unknown-addresses"))
	}
}

func (a *app) diffFindings(w io.Writer, p *proposal, paint func(string, string) string) {
	fmt.Fprintf(w, "\n%s\n", paint(bold, a.speaker().Say("diff.findings")))
	if len(p.fresh)+len(p.mended) == 0 {
		fmt.Fprintf(w, "  %s\n", a.speaker().Say("diff.findings-none"))
	}
	for _, part := range []struct {
		key, sign, style string
		found            diagnostic.List
	}{{"diff.new-findings", "+", red, p.fresh}, {"diff.mended-findings", "-", green, p.mended}} {
		if len(part.found) == 0 {
			continue
		}
		fmt.Fprintf(w, "  %s\n", a.words.Say(part.key, "n", len(part.found)))
		for i, d := range part.found {
			if i == mostShown {
				fmt.Fprintf(w, "    %s\n", a.speaker().Say("diff.more", "n", len(part.found)-i))
				break
			}
			fmt.Fprintf(w, "    %s %s: %s: %s\n", paint(part.style, part.sign), a.spot(d.File, d.Line), a.words.Say("severities."+d.Severity.String()), a.sentence(d))
		}
	}
}

// spot is file:line, as editors' terminals make a link of it.
func (a *app) spot(file string, line int) string {
	if line == 0 {
		return a.shown(file)
	}
	return a.shown(file) + ":" + strconv.Itoa(line)
}
