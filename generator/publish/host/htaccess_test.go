package host

import (
	"regexp"
	"strings"
	"testing"

	"greffe/generator/site"
)

// Each line is of the few kinds that Apache reads everywhere, each section is
// closed, and no value ends its own quotes.
func TestHtaccessIsWellFormed(t *testing.T) {
	b := brief(t, "https://num.example/conseil%20d'%C3%A9t%C3%A9")
	b.Apache = true
	text := made(t, b, Htaccess(b, others))
	word := `"(?:[^"\\]|\\.)*"`
	lines := regexp.MustCompile(`^(?:RedirectMatch 301 ` + word + ` ` + word + `|RedirectMatch 410 ` + word + `|ErrorDocument (?:404|410) /\S+|(?:  )?Header always set [A-Za-z-]+ ` + word +
		`|  ForceType ` + word + `|<If ` + word + `>|</If>|<FilesMatch ` + word + `>|  Require all denied|</FilesMatch>)$`)
	open := ""
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if !lines.MatchString(line) {
			t.Errorf("what is %q?", line)
		}
		switch {
		case strings.HasPrefix(line, "</"):
			if open == "" || !strings.HasPrefix(line[2:], open) {
				t.Errorf("%q closes %q", line, open)
			}
			open = ""
		case strings.HasPrefix(line, "<"):
			if open != "" {
				t.Errorf("%q within %q", line, open)
			}
			open, _, _ = strings.Cut(line[1:], " ")
		case strings.HasPrefix(line, "  ") != (open != ""):
			t.Errorf("%q is set in by chance", line)
		}
	}
	for _, want := range []string{
		`RedirectMatch 301 "^/conseil d'été/avis/2024-old/(.*)$" "/conseil%20d'%C3%A9t%C3%A9/avis/2024-01/$1"`,
		`RedirectMatch 410 "^/conseil d'été/actualites/erased/"`,
		`ErrorDocument 410 /conseil%20d'%C3%A9t%C3%A9/410.html`,
		`Header always set Content-Security-Policy "` + site.PagePolicy + `; frame-ancestors 'none'"`,
		`m#^/conseil d'été/.*\.svg$#`,
		`</conseil%%20d'%%C3%%A9t%%C3%%A9/data/v1/opinions.schema.json>; rel=\"describedby\"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

// Apache would serve the files of other hosts, and with them the ids of what was
// erased.
func TestHtaccessTakesThePlaceOfTheOthers(t *testing.T) {
	b := brief(t, "https://num.example")
	for _, apache := range []bool{false, true} {
		b.Apache = apache
		if others := len(Headers(b, others)) + len(Redirects(b)); (others == 0) != apache || (len(Htaccess(b, nil)) == 1) != apache {
			t.Errorf("for Apache %v: %d files of others", apache, others)
		}
	}
}
