package main

import (
	"bufio"
	"fmt"
	"strings"

	"greffe/generator/diagnostic"
)

// diffMarkdown prints the report for a review comment on a forge. Everything
// that comes from the content is escaped: a title is text there, never a mark, a
// link, or somebody who is called.
func (a *app) diffMarkdown(p *proposal) error {
	w := bufio.NewWriter(a.stdout)
	say := a.speaker()
	fmt.Fprintf(w, "## %s\n\n", asMarkdown(say.Say("diff.heading", "before", onOneLine(p.before), "after", onOneLine(p.after))))
	if short := a.inShort(p); len(short) > 0 {
		fmt.Fprintln(w, asMarkdown(say.Say("diff.in-short", "what", strings.Join(short, ", "))))
	} else {
		fmt.Fprintln(w, asMarkdown(say.Say("diff.only-files")))
	}
	for _, collection := range diffSections() {
		entries := of(p.entries, collection)
		if len(entries) > 0 {
			fmt.Fprintf(w, "\n### %s\n\n", asMarkdown(a.sectionTitle(collection)))
		}
		for _, e := range entries {
			fmt.Fprintf(w, "- **%s** (%s), %s\n", asMarkdown(a.called(e)), asMarkdown(a.howText(e)), asCode(a.shown(e.File)))
			for i := range e.Changes {
				fmt.Fprintf(w, "  - %s\n", asMarkdown(a.changeText(&e.Changes[i])))
			}
		}
	}
	a.markdownAddresses(w, p)
	a.markdownFindings(w, p)
	return w.Flush()
}

func (a *app) markdownAddresses(w *bufio.Writer, p *proposal) {
	if len(p.redirected)+len(p.vanished) == 0 && !p.unsure {
		return
	}
	fmt.Fprintf(w, "\n### %s\n\n", asMarkdown(a.speaker().Say("diff.addresses")))
	for _, moved := range p.redirected {
		fmt.Fprintf(w, "- %s\n", asMarkdown(a.speaker().Say("diff.redirected", "before", moved[0], "after", moved[1])))
	}
	for _, d := range p.vanished {
		fmt.Fprintf(w, "- **%s**\n", asMarkdown(a.sentence(d)))
	}
	if p.unsure {
		fmt.Fprintf(w, "- %s\n", asMarkdown(a.speaker().Say("diff.unknown-addresses")))
	}
}

func (a *app) markdownFindings(w *bufio.Writer, p *proposal) {
	fmt.Fprintf(w, "\n### %s\n\n", asMarkdown(a.speaker().Say("diff.findings")))
	if len(p.fresh)+len(p.mended) == 0 {
		fmt.Fprintln(w, asMarkdown(a.speaker().Say("diff.findings-none")))
	}
	for _, part := range []struct {
		key   string
		found diagnostic.List
	}{{"diff.new-findings", p.fresh}, {"diff.mended-findings", p.mended}} {
		if len(part.found) == 0 {
			continue
		}
		fmt.Fprintf(w, "- %s\n", asMarkdown(a.words.Say(part.key, "n", len(part.found))))
		for i, d := range part.found {
			if i == mostShown {
				fmt.Fprintf(w, "  - %s\n", asMarkdown(a.speaker().Say("diff.more", "n", len(part.found)-i)))
				break
			}
			fmt.Fprintf(w, "  - %s: %s: %s\n", asCode(a.spot(d.File, d.Line)), asMarkdown(a.words.Say("severities."+d.Severity.String())), asMarkdown(a.sentence(d)))
		}
	}
}

// asMarkdown escapes what a forge would take for a mark, an address, or the
// beginning of a list. Forges look for people (@name) and numbers (#12) in the
// text that the marks leave: a word joiner, which nobody sees, parts them.
func asMarkdown(text string) string {
	var b strings.Builder
	text = onOneLine(text)
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#|~&$@!^", r),
			i == 0 && strings.ContainsRune("-+=", r),
			strings.HasPrefix(text[i:], "://"),
			strings.ContainsRune(".)", r) && (isNumber(text[:i]) || strings.HasSuffix(strings.ToLower(text[:i]), "www")):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' || r == '#' {
			b.WriteRune('\u2060')
		}
	}
	return b.String()
}

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// asCode is a path as code; its fence is longer than any within.
func asCode(text string) string {
	text = onOneLine(text)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}
