package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"greffe/generator/check"
	"greffe/generator/diagnostic"
	"greffe/generator/site"
	"greffe/generator/weights"
	"greffe/generator/write"
)

// Weights tell whether the pages are weighed, and what becomes of those that
// are too heavy.
type Weights int

const (
	Unweighed Weights = iota
	Weighed           // a file that is too heavy is a warning
	Limited           // it is an error: the old site stays
)

// scales are those on which a site is weighed; nil if it is not.
func (g *Generator) scales(s *site.Site) *weights.Scales {
	if g.Weights == Unweighed {
		return nil
	}
	limits := make(map[string]int)
	for _, file := range s.Files() {
		mediaType, _, _ := strings.Cut(file.MediaType, ";")
		switch ours := file.From == "" && !strings.HasPrefix(file.Path, "admin/"); { // the form for editors is no page
		case mediaType == "text/html" && !file.Verbatim:
			limits[file.Path] = weights.Page
		case mediaType == "text/css" && ours:
			limits[file.Path] = weights.Style
		case mediaType == "text/javascript" && ours:
			limits[file.Path] = weights.Script
		}
	}
	return weights.New(limits)
}

// weighed is a site that is weighed while it is written, if it is to be. A site
// that is too heavy may be refused, after it was found sound.
func (g *Generator) weighed(s *site.Site, source write.Source, sound func() error) (write.Source, func() error) {
	g.Heaviest, g.TooHeavy = nil, nil
	scales := g.scales(s)
	if scales == nil {
		return source, sound
	}
	return scales.Source(source), func() error {
		if err := sound(); err != nil {
			return err
		}
		g.Heaviest = scales.Files()
		g.TooHeavy = check.Silence(s.Council(), tooHeavy(s, g.Heaviest))
		if g.Weights != Limited || len(g.TooHeavy) == 0 {
			return nil
		}
		for i := range g.TooHeavy {
			g.TooHeavy[i].Severity = diagnostic.Error
		}
		return &BreachError{g.TooHeavy}
	}
}

func kilobytes(bytes int) string { return strconv.Itoa((bytes + 999) / 1000) }

func tooHeavy(s *site.Site, files []weights.File) diagnostic.List {
	var found diagnostic.List
	for _, file := range files {
		if file.Weight <= file.Limit {
			continue
		}
		of, _ := s.Find(file.Path)
		found.Add(diagnostic.Diagnostic{
			Position: diagnostic.Position{File: of.From}, Severity: diagnostic.Warning, Rule: "too-heavy", Hint: "too-heavy",
			Args: diagnostic.Args{"page": file.Path, "weight": kilobytes(file.Weight), "limit": kilobytes(file.Limit)},
		})
	}
	slices.SortStableFunc(found, func(a, b diagnostic.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Args["page"], b.Args["page"]))
	})
	return found
}
