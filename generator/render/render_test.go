package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A view is what templates of tests may ask: all that those of a site do.
type view struct {
	*inner
	Title   string
	Named   named
	State   state
	Wrapped formatted
	Safe    template.HTML
	Count   int
	Flag    bool
	Empty   string
	Nothing any
	Missing *person
	People  []person
	Any     any
	Table   map[string]string
	hidden  string
}

type (
	inner     struct{ Deep string }
	named     string
	state     string
	formatted string
	day       struct{ n int }
	person    struct {
		Name string
		Born day
	}
	part struct {
		*view
		It any
	}
)

func (d day) String() string                       { return fmt.Sprintf("day <%d>", d.n) }
func (p *person) Shout() string                    { return strings.ToUpper(p.Name) }
func (p person) Calm() string                      { return strings.ToLower(p.Name) }
func (v *view) With(it any) part                   { return part{v, it} }
func (v *view) Say(key string, args ...any) string { return fmt.Sprint(key, len(args), args) }
func (v *view) Of(p *person) string                { return p.Name }
func (v *view) By(p person) string                 { return p.Name }
func (v *view) Kind(n named) named                 { return n + "!" }
func (v *view) Link(p *person) template.HTML {
	return template.HTML(`<a href="#">` + p.Name + `</a>`)
}
func (v *view) Fails() (string, error)        { return "", errors.New("it fails") }
func (v *view) Works() (string, error)        { return "it works", nil }
func (v *view) Panics() string                { panic("at sea") }
func (v *view) None() *person                 { return nil }
func (v *view) Each() iter.Seq[person]        { return slices.Values(v.People) }
func (v *view) Pairs() iter.Seq2[int, person] { return slices.All(v.People) }
func (v *view) Keys() []string                { return slices.Sorted(maps.Keys(v.Table)) }
func (s state) Closed() bool                  { return s == "done" }
func (formatted) Format(f fmt.State, _ rune)  { _, _ = f.Write([]byte("<formatted>")) }
func (inner) Inside() string                  { return "inside" }

func data() *view {
	return &view{
		inner: &inner{"deep"}, Title: `L'île & <b>"1+1"</b>`, Named: "n<n", Safe: "<b>safe</b>", Count: 3, Flag: true,
		State: "done", People: []person{{"Ada <i>", day{1}}, {"Léo", day{2}}}, Any: &person{"Zoé", day{3}},
		Table: map[string]string{"a": "one", "b": "two"}, hidden: "hidden",
	}
}

// Each is executed here and by html/template. Those of slow are left to it, in
// whole or because of what they meet.
var quick = []string{
	`plain`, `{{.Title}} {{.Named}} {{.Safe}} {{.Count}} {{.Empty}}`, `{{.Deep}}{{.Inside}}`,
	`<p title="{{.Title}}" class="{{.Named}} {{.Count}}">x</p>`, `<title>{{.Title}}</title>`,
	`<a href="{{.Title}}">x</a><a href="/{{.Title}}">x</a><a href="#{{.Title}}">x</a><a href="/avis/{{.Count}}/">x</a>`,
	`<a href="{{.Named}}">x</a><a href="{{.Empty}}">x</a><img src="{{.Deep}}">`,
	`{{if .Flag}}yes{{else}}no{{end}}{{if not .Flag}}no{{else if .Count}}count{{end}}{{if .Empty}}x{{end}}{{if .Missing}}x{{end}}{{if .Nothing}}x{{end}}{{if .Any}}any{{end}}`,
	`{{with .Title}}{{.}}{{$.Count}}{{end}}{{with .Empty}}x{{else}}none{{end}}{{with $x := .Deep}}{{$x}}{{end}}`,
	`{{range .People}}{{.Name}} {{.Shout}} {{.Calm}} {{.Born}} {{$.Of .}} {{$.By .}} {{$.Link .}}{{else}}x{{end}}`,
	`{{range $i, $p := .People}}{{if $i}}, {{end}}{{$p.Name}}{{end}}{{range $p := .People}}{{$p.Calm}}{{end}}`,
	`{{range .Each}}{{.Name}}{{.Calm}}{{end}}{{range $i, $p := .Pairs}}{{$i}}{{$p.Name}}{{end}}{{range .Keys}}{{.}}{{end}}`,
	`{{$x := .Count}}{{if .Flag}}{{$x := .Deep}}{{$x}}{{end}}{{$x}}{{if .Flag}}{{$x = 7}}{{end}}{{$x}}`,
	`{{.Say "key"}}{{.Say "key" 1 .Title true}}{{.Say (print "a." .Count) (len .People)}}{{.Kind "k"}}{{.Works}}`,
	`{{if and .Flag .Count}}and{{end}}{{if or .Empty .Count}}or{{end}}{{and .Flag .Deep}}{{or .Empty .Deep}}{{not .Flag}}`,
	`{{if eq .Deep "deep"}}eq{{end}}{{if ne .Count 3}}ne{{end}}{{if eq .Named "n<n"}}eq{{end}}`,
	`{{.Any.Name}}{{.Any.Shout}}{{(.With 1).It}}{{with .With .People}}{{range .It}}{{.Name}}{{end}}{{.Title}}{{.Say "x"}}{{end}}`,
	`{{define "part"}}[{{.It.Name}} {{$.Title}}{{$a := 1}}{{$a}}]{{end}}{{$a := 2}}{{range .People}}{{template "part" ($.With .)}}{{end}}{{$a}}`,
	`{{define "n"}}{{if .It}}{{.It}}{{template "n" (.With "")}}{{end}}{{end}}{{template "n" (.With "again")}}{{template "none"}}{{define "none"}}none{{end}}`,
	`{{.Nothing}}{{.Flag}}{{range .People}}{{.Born.String}}{{end}}{{/* said */}}<p title="{{.Safe}}">`,
	`{{.State}}<p class="{{.State}}"><a href="#{{.State}}">x</a>{{if .State.Closed}}x{{end}}{{.Wrapped}}`,
}

var slow = []string{
	`{{.Missing.Name}}`, `{{.None.Name}}`, `{{.Nope}}`, `{{.hidden}}`, `{{.Table.a}}`, `{{.Fails}}`, `before {{.Panics}}`, `{{.Say}}`, `{{.Say 1}}`,
	`{{.Of nil}}`, `{{.Of .Missing}}`, `{{.Title.Name}}`, `{{template "nowhere"}}`, `{{range .Count}}{{.}}{{end}}`, `{{range .Table}}{{.}}{{end}}`,
	`{{range .Missing}}x{{end}}`, `{{.Title | printf "%q"}}`, `{{printf "%d" .Count}}`, `{{index .People 0}}`, `{{if lt .Count 4}}less{{end}}`,
	`{{range .People}}{{break}}{{end}}`, `{{eq .Title .Count}}`, `{{1.5}}`, `<script>let x = {{.Title}}</script>`, `<p style="color: {{.Deep}}">`,
	`<p class={{.Title}}>`, `<a title='{{.Title}}' {{if .Flag}}href="{{end}}">`, `{{define "x"}}{{template "x" .}}{{end}}{{if .Empty}}{{template "x" .}}{{end}}{{slice .Title 1}}`,
}

func TestSameAsHTMLTemplate(t *testing.T) {
	for _, source := range quick {
		if left := compare(t, source, data()); left {
			t.Errorf("%s was left to html/template", source)
		}
	}
	for _, source := range slow {
		if left := compare(t, source, data()); !left {
			t.Errorf("%s was not left to html/template", source)
		}
	}
}

// compare executes a template both ways, twice: the second time, what was
// looked up is known.
func compare(t *testing.T, source string, data any) (left bool) {
	t.Helper()
	parse := func() (*template.Template, error) {
		return template.New("main").Option("missingkey=error").Parse(source)
	}
	ours, err := parse()
	if err != nil {
		return false
	}
	theirs, _ := parse()
	set := Of(ours)
	for range 2 {
		var want bytes.Buffer
		wrong := theirs.ExecuteTemplate(&want, "main", data)
		got := bytes.NewBufferString("before ")
		err := set.Execute(got, "main", data)
		if fmt.Sprint(err) != fmt.Sprint(wrong) {
			t.Errorf("%s: error %v, html/template: %v", source, err, wrong)
		}
		if wrong != nil {
			want.Reset()
		}
		if got.String() != "before "+want.String() {
			t.Errorf("%s:\n got %q\nwant %q", source, got, &want)
		}
	}
	return set.Left() > 0
}

// A site meets values of several types, in several goroutines.
func TestSitesMeetSeveralTypes(t *testing.T) {
	type other struct{ Name string }
	set := Of(template.Must(template.New("main").Parse(`{{range .}}{{.Name}},{{end}}`)))
	t.Run("together", func(t *testing.T) {
		for range 8 {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				for range 200 {
					var out bytes.Buffer
					if err := set.Execute(&out, "main", []any{person{Name: "a"}, &other{"b"}, other{"c"}, &person{Name: "d"}}); err != nil || out.String() != "a,b,c,d," {
						t.Fatalf("%q, %v", &out, err)
					}
				}
			})
		}
	})
	if set.Left() > 0 {
		t.Errorf("%d executions were left to html/template", set.Left())
	}
}

// Whatever is written, wherever, is what html/template writes.
func FuzzText(f *testing.F) {
	for _, text := range []string{"", `a"b'c&d<e>f+g` + "\x00", "javascript:alert(1)", "/avis/2024-01/#r1", "//elsewhere", "https://a.example/b#c", "https://a b", "é\xff\u2028", "%zz?a=b&c", " http://x"} {
		f.Add(text)
	}
	const all = `{{.Title}}<p title="{{.Title}}"><title>{{.Title}}</title><a href="{{.Title}}"></a><a href="/{{.Title}}"></a><a href="#{{.Title}}"></a>` +
		`<img src="{{.Named}}" srcset="{{.Title}}"><meta http-equiv="refresh" content="0; url={{.Title}}">{{.Named}}{{.Safe}}<p title="{{.Safe}}">` +
		`<a href="#{{.Safe}}"></a><a href="/{{.Safe}}"></a><a href="{{.Safe}}"></a><a href="mailto:{{.Title}}"></a>{{.State}}<p title="{{.State}}"><a href="#{{.State}}"></a>{{.Wrapped}}`
	f.Fuzz(func(t *testing.T, text string) {
		v := data()
		v.Title, v.Named, v.Safe, v.State, v.Wrapped = text, named(text), template.HTML(text), state(text), formatted(text)
		if left := compare(t, all, v); left {
			t.Error("left to html/template")
		}
	})
}

var long = regexp.MustCompile(`\d{4}|0[xob]|\de`) // how often to do something

// Whatever the template, the page or the error is that of html/template.
func FuzzTemplate(f *testing.F) {
	for _, source := range append(quick, slow...) {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if strings.Contains(source, "%p") || long.MatchString(source) || strings.Contains(source, "{{template") && strings.Contains(source, "define") {
			return // an address in memory; a template that goes on for ever
		}
		compare(t, source, data())
	})
}

func BenchmarkExecute(b *testing.B) {
	source := strings.Join(quick[1:9], "\n")
	v := data()
	for len(v.People) < 30 {
		v.People = append(v.People, v.People[0])
	}
	parsed := func() *template.Template { return template.Must(template.New("main").Parse(source)) }
	var out bytes.Buffer
	b.Run("html-template", func(b *testing.B) {
		theirs := parsed()
		for b.Loop() {
			out.Reset()
			if err := theirs.Execute(&out, v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("render", func(b *testing.B) {
		set := Of(parsed())
		for b.Loop() {
			out.Reset()
			if err := set.Execute(&out, "main", v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
