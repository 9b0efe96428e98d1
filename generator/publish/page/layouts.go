package page

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"greffe/generator/render"
)

// A layoutSet has all layouts; each is read when a page first asks for it: a
// preview makes one page and has no use for the others.
type layoutSet map[string]func() (*render.Set, error)

// layoutsOf finds the layouts, each with the frame around it.
func layoutsOf(p *Publisher, files fs.FS) (layoutSet, error) {
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, err
	}
	// Files that begin with an underscore hold parts that several layouts use.
	shared := sync.OnceValues(func() (*template.Template, error) {
		set := template.New("").Option("missingkey=error")
		for _, name := range names {
			if isShared(name) {
				if err := p.parseInto(set, files, name); err != nil {
					return nil, err
				}
			}
		}
		return set, nil
	})
	layouts := make(layoutSet)
	for _, name := range names {
		if isShared(name) {
			continue
		}
		layouts[strings.TrimSuffix(path.Base(name), ".html")] = sync.OnceValues(func() (*render.Set, error) {
			set, err := shared()
			if err != nil {
				return nil, err
			}
			layout, err := set.Clone()
			if err != nil {
				return nil, err
			}
			return render.Of(layout), p.parseInto(layout, files, name)
		})
	}
	return layouts, nil
}

func (l layoutSet) get(name string) (*render.Set, error) {
	if layout, ok := l[name]; ok {
		return layout()
	}
	return nil, fmt.Errorf("there is no layout %s.html", name)
}

func isShared(name string) bool { return name == "frame.html" || strings.HasPrefix(name, "_") }

// parseInto reads one file. It is minified here, once, and not page by page:
// what a page adds to its layout is escaped text without white space to spare.
func (p *Publisher) parseInto(set *template.Template, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("reading layout %s: %w", name, err)
	}
	minifier := minify.New()
	minifier.Add("text/html", &html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
		TemplateDelims: html.GoTemplateDelims,
	})
	small, err := minifier.Bytes("text/html", text)
	if err != nil {
		return fmt.Errorf("minifying layout %s: %w", name, err)
	}
	whole := strings.ReplaceAll(string(small), placeOfMain, "\uFFFD") // as browsers read it
	if _, err := set.New(name).Parse(p.settle(whole)); err != nil {
		return fmt.Errorf("parsing layout %s: %w", name, err)
	}
	return nil
}

// constant is a call whose answer is the same on every page of the site.
var constant = regexp.MustCompile(`\{\{\$?\.(T|Field|SectionTitle|Href|Asset) "([A-Za-z0-9_./-]+)"\}\}`)

// settle puts the answers of constant calls into a layout: half of what layouts
// ask is words, and html/template takes a microsecond for each question.
func (p *Publisher) settle(layout string) string {
	view := &View{publisher: p}
	return constant.ReplaceAllStringFunc(layout, func(call string) string {
		parts := constant.FindStringSubmatch(call)
		var answer string
		switch argument := parts[2]; parts[1] {
		case "T":
			answer = view.T(argument)
		case "Field":
			answer = view.Field(argument)
		case "SectionTitle":
			answer = view.SectionTitle(argument)
		case "Href":
			answer = view.Href(argument)
		case "Asset":
			answer = view.Asset(argument)
		}
		if strings.Contains(answer, "{{") {
			return call
		}
		return escape(answer)
	})
}
