//go:build full && linux

package main

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A megabyte is as large as the largest file of an editor that is no mistake.
const megabyte = 1 << 20

// What one file of a megabyte may cost, whatever it says, above what the command
// costs without it.
const (
	mostTime   = 2 * time.Second
	mostMemory = 256 << 20
)

// filled repeats a text to the size of a megabyte, with room for a little more:
// a file that is too long is refused for that.
func filled(text string) string { return strings.Repeat(text, (megabyte-200)/len(text)) }

// rows repeats a text in lines nearly as long as a line may be.
func rows(text string) string {
	return filled(strings.Repeat(text, 60_000/len(text)) + "\n")
}

// staircase is lines of more and more of a text, such as deeper and deeper lists.
func staircase(step, end string) string {
	var b strings.Builder
	for n := 1; b.Len() < megabyte-200-n*len(step)-len(end); n++ {
		b.WriteString(strings.Repeat(step, n) + end)
	}
	return b.String()
}

// numbered repeats a text to that size with a number of its own each time.
func numbered(text string) string {
	var b strings.Builder
	for n := 0; b.Len() < megabyte-200-len(text); n++ {
		b.WriteString(strings.ReplaceAll(text, "%d", strconv.Itoa(n)))
	}
	return b.String()
}

// nasty are files, by what is nasty about them.
func nasty() map[string]map[string]string {
	all := make(map[string]map[string]string)
	for name, body := range map[string]string{
		"lists ever deeper":      staircase("  ", "- a\n"),
		"lists within lists":     filled("- "),
		"quotes within quotes":   filled("> "),
		"quotes ever deeper":     staircase("> ", "a\n"),
		"brackets":               filled("["),
		"brackets closed":        filled("[]("),
		"images":                 filled("!["),
		"links":                  filled("[a](b) "),
		"links within links":     filled("[a") + "](b)",
		"autolinks":              filled("<http://a.b> "),
		"bare addresses":         filled("www.a.b "),
		"emphasis":               filled("*a _b "),
		"stars":                  filled("*"),
		"strong within emphasis": filled("***a**b*"),
		"code":                   filled("`a``b```"),
		"backticks":              staircase("`", "a"),
		"fences":                 filled("```\n"),
		"tildes":                 filled("~~~\n~~~~\n"),
		"a wide table":           "|" + filled("a|")[:megabyte/2-200] + "\n|" + filled("-|")[:megabyte/2-200],
		"a long table":           "|a|b|\n|-|-|\n" + filled("|a|b|\n"),
		"many tables":            filled("|a|\n|-|\n|b|\n\n"),
		"a table's dashes":       "|a|\n" + filled("-"),
		"references":             numbered("[a%d]: b\n"),
		"references used":        numbered("[a%d]\n"),
		"notes":                  numbered("[^%d]\n\n[^%d]: a\n\n"),
		"headings":               filled("# a\n"),
		"one heading":            "# " + filled("a "),
		"underlined headings":    filled("a\n-\n"),
		"attributes":             filled("[a]{lang=en}"),
		"attributes open":        filled("{lang="),
		"entities":               filled("&amp;&#1;&"),
		"backslashes":            filled("\\"),
		"raw HTML":               filled("<a b='c'>"),
		"comments":               filled("<!--"),
		"declarations":           filled("<?"),
		"one line":               filled("a"),
		"one line of words":      filled("a b "),
		"blank lines":            filled("\n"),
		"spaces":                 filled(" "),
		"tabs":                   filled("\t"),
		"carriage returns":       filled("a\r"),
		"hard breaks":            filled("a  \n"),
		"typography":             filled("« a » ! \"b\" 'c' ; "),
		"quotation marks":        filled("\""),
		"inclusive forms":        filled("élu·es "),
		"combining marks":        "a" + filled("\u0301"),
		"definitions":            filled("a\n: b\n"),
		"rules":                  filled("---\n"),
		"numbers":                filled("1. a\n"),
		"tasks":                  filled("- [ ] a\n"),
		"invalid UTF-8":          filled("\xff"),
		"zero bytes":             filled("\x00"),
		"escapes":                filled("\x1b["),
		"slips on long lines":    rows("1¢"),
		"guillemets":             rows("« "),
		"ordinals":               rows("1er 2e 3ème "),
		"scanned apostrophes":    rows("I'a"),
		"apostrophes":            rows("'"),
		"digits":                 rows("1"),
		"parentheses":            rows("( "),
		"less-than signs":        rows("< "),
		"telephone numbers":      rows("06 12 34 56 78 "),
		"addresses of people":    rows("a@b.c "),
		"emphasis in paragraphs": filled(strings.Repeat("*a*b", 400) + "\n\n"),
		"code in paragraphs":     filled(strings.Repeat("`a` ", 400) + "\n\n"),
		"links in paragraphs":    filled(strings.Repeat("[a](b) ", 200) + "\n\n"),
	} {
		all["text: "+name] = map[string]string{"pages/nasty.md": "---\ntitle: A\n---\n" + body}
	}
	for name, yaml := range map[string]string{
		"nested flow":           "a: " + filled("["),
		"nested mappings":       "a: " + filled("{a: "),
		"closed flow":           "a: " + filled("[")[:megabyte/2-200] + filled("]")[:megabyte/2-200],
		"a long flow":           "a: [" + filled("a,") + "]",
		"nested block":          staircase(" ", "a:\n"),
		"dashes":                filled("- "),
		"anchors":               numbered("a%d: &b%d c\n"),
		"aliases":               "a: &a b\n" + numbered("b%d: *a\n"),
		"laughs":                "a: &a [b]\n" + numbered("a: &a ["+strings.Repeat("*a,", 9)+"]\n"),
		"merges":                "a: &a {b: c}\nd:\n" + filled("  <<: *a\n"),
		"keys":                  numbered("k%d: v\n"),
		"equal keys":            filled("k: v\n"),
		"a giant scalar":        "name: " + filled("a"),
		"a giant quoted scalar": "name: \"" + filled("\\u0061") + "\"",
		"a giant block scalar":  "name: |\n" + filled("  a\n"),
		"a giant key":           filled("a") + ": b",
		"complex keys":          filled("? "),
		"tags":                  "a: " + filled("!a "),
		"comments":              filled("# a\n"),
		"carriage returns":      filled("a: b\r"),
		"quotes":                "a: " + filled("'"),
		"colons":                filled("a: "),
		"invalid UTF-8":         filled("\xff"),
		"documents":             filled("---\n"),
		"percents":              filled("%a\n"),
		"tabs":                  filled("\t"),
		"themes":                "name: A\nthemes:\n" + numbered("  - {id: t%d, label: T}\n"),
	} {
		all["header: "+name] = map[string]string{"pages/nasty.md": "---\n" + yaml + "\n---\na\n"}
		all["header open: "+name] = map[string]string{"pages/nasty.md": "---\n" + yaml}
		all["settings: "+name] = map[string]string{"council.yaml": yaml + "\n"}
	}
	for _, list := range []string{"themes", "axes", "roles", "districts", "series", "profiles"} {
		all["settings: many "+list] = map[string]string{"council.yaml": "name: A\n" + list + ":\n" + numbered("  - { id: a%d, label: A }\n")}
	}
	all["settings: a name"] = map[string]string{"council.yaml": "name: \"" + filled("Ab ") + "\"\n"}
	all["settings: a mission"] = map[string]string{"council.yaml": "name: A\nmission: \"" + filled("Ab ") + "\"\n"}
	all["settings: many organisations"] = map[string]string{"organisations.yaml": numbered("- { id: o%d, name: N, type: commune }\n")}
	all["settings: many terms"] = map[string]string{"glossary.yaml": numbered("- { term: t%d, definition: t1 }\n")}
	all["settings: many withdrawals"] = map[string]string{"withdrawals.yaml": numbered("- { collection: pages, id: p%d, on: 2025-01-01, reason: A }\n")}
	slips := strings.Repeat("1¢ hier ", 6_000)
	all["header: slips"] = map[string]string{"pages/nasty.md": "---\ntitle: A\nsummary: \"" + slips + "\"\n---\na\n"}
	const beside = "---\ntitle: A\nattachments:\n  - { title: B, file: nasty."
	for name, text := range map[string]string{
		"svg":  "<svg xmlns=\"http://www.w3.org/2000/svg\">" + filled("<g>"),
		"pdf":  "%PDF-1.7\n5 0 obj << /Type /ObjStm >> stream\n" + bomb() + "\nendstream",
		"gif":  "GIF89a\xff\xff\xff\xff\x00\x00\x00" + filled(",\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x00"),
		"jpg":  "\xff\xd8" + filled("\xff\xe1\x00\x08Exif\x00\x00"),
		"png":  "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x06\x00\x00\x00" + filled("a"),
		"webp": "RIFF\xff\xff\x0f\x00WEBPVP8X" + filled("\xff"),
		"xml":  filled("<a>"),
		"vtt":  "WEBVTT\n\n" + filled("00:00.000 --> 00:01.000\na\n\n"),
	} {
		all["attachment: "+name] = map[string]string{"pages/nasty.md": beside + name + ", accessible: true }\n---\n", "pages/nasty." + name: text}
	}
	return all
}

// bomb is a gigabyte of zeros, deflated to a megabyte.
func bomb() string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	zeros := make([]byte, megabyte)
	for range 1000 {
		_, _ = w.Write(zeros)
	}
	_ = w.Close()
	return b.String()
}

// One file of a megabyte, however nasty, costs two seconds and 256 MB at most,
// and never the command's life. The others wait meanwhile.
func TestOneFileCostsLittle(t *testing.T) {
	greffe := binary(t)
	base, _ := cost(t, greffe, map[string]string{"pages/nasty.md": "---\ntitle: A\n---\na\n"})
	slowest, largest := result{}, result{}
	files := nasty()
	for name, files := range files {
		got, code := cost(t, greffe, files)
		if code != exitDone && code != exitContent {
			t.Errorf("%s: exit code %d\n%.2000s", name, code, got.said)
		}
		if inside.MatchString(got.said) {
			t.Errorf("%s: %.2000s", name, got.said)
		}
		// A machine that does other things too may be slow once.
		for range 2 {
			if got.took > mostTime {
				again, _ := cost(t, greffe, files)
				got.took = min(got.took, again.took)
			}
		}
		if got.took > mostTime || got.memory-base.memory > mostMemory {
			t.Errorf("%s: %v, %d MB above the base", name, got.took.Round(time.Millisecond), (got.memory-base.memory)>>20)
		}
		got.name = name
		if got.took > slowest.took {
			slowest = got
		}
		if got.memory > largest.memory {
			largest = got
		}
	}
	t.Logf("%d files of a megabyte; the base is %v and %d MB", len(files), base.took.Round(time.Millisecond), base.memory>>20)
	t.Logf("the slowest is %q with %v, the largest %q with %d MB above the base", slowest.name, slowest.took.Round(time.Millisecond), largest.name, (largest.memory-base.memory)>>20)
}

type result struct {
	name, said string
	took       time.Duration
	memory     int64 // at most, resident, in bytes
}

// cost makes the site of a council with the files, or refuses to.
func cost(t *testing.T, greffe string, files map[string]string) (r result, code int) {
	t.Helper()
	dir := t.TempDir()
	defer os.RemoveAll(dir)
	content := filepath.Join(dir, "content")
	put(t, content, "council.yaml", "name: Conseil\nbase_url: https://conseil.example\n")
	for name, text := range files {
		put(t, content, name, text)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*mostTime) // beyond that it would not end
	defer cancel()
	command := exec.CommandContext(ctx, greffe, "build", "--content", content, "--out", filepath.Join(dir, "site"), "--as-of", asOf, "--lang", "fr")
	command.Env = append(os.Environ(), "GOMEMLIMIT=off", "GOGC=100")
	var output bytes.Buffer
	command.Stdout, command.Stderr = &output, &output
	started := time.Now()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	// What wait4 tells counts the memory of the process that started the command
	// too; the system's own high-water mark does not, but goes with the process.
	for running := true; running; {
		r.memory = max(r.memory, highWater(command.Process.Pid))
		select {
		case err := <-ended:
			if err != nil && !errors.As(err, new(*exec.ExitError)) {
				t.Fatal(err)
			}
			running = false
		case <-time.After(2 * time.Millisecond):
		}
	}
	r.took, r.said = time.Since(started), output.String()
	return r, command.ProcessState.ExitCode()
}

// highWater is the most memory that a process had resident so far, in bytes; 0
// if it is gone.
func highWater(pid int) int64 {
	text, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	kilobytes, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	n, _ := strconv.ParseInt(kilobytes, 10, 64)
	return n << 10
}
