package check

import (
	"fmt"
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// brokenLink: a link in a body that leads to no document, no heading or no
// file.
var brokenLink = Rule{
	Name:     "broken-link",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachText(c, document, func(t text) { t.follow(c, document, report) })
	},
}

// follow looks where each link of a text leads.
func (t text) follow(c *council.Council, document council.Documented, report Reporter) {
	for _, link := range t.Links {
		target, fragment, _ := strings.Cut(link.Destination, "#")
		switch {
		case strings.Contains(target, ":"), strings.HasPrefix(target, "//"):
			// another site: never asked, a build needs no network
		case target == "":
			if fragment != "" && !t.HasAnchor(fragment) && !council.HasPart(document, fragment) {
				reportAnchor(link.Position, fragment, document, report)
			}
		case strings.HasSuffix(target, ".md"):
			followLink(c, document, link.Position, target, fragment, report)
		default:
			if _, ok := c.File(document.Common(), council.FileName(target)); !ok {
				args := diagnostic.Args{"target": target}
				report(link.Position, suggest(args, target, beside(c, document.Common().File)), args)
			}
		}
	}
}

func followLink(c *council.Council, from council.Documented, position diagnostic.Position, target, fragment string, report Reporter) {
	file := path.Join(path.Dir(from.Common().File), target)
	collection, id := council.SplitPath(file)
	other, ok := c.Lookup(collection, id).(council.Documented)
	if !ok {
		if c.Unreadable(collection, id) || c.IsWithdrawn(collection, id) {
			return
		}
		args := diagnostic.Args{"target": target}
		if args["suggestion"] = diagnostic.Nearest(id, c.IDs(collection)); args["suggestion"] != "" {
			args["suggestion"] = strings.Replace(target, id, args["suggestion"], 1)
			report(position, "did-you-mean", args)
			return
		}
		report(position, "link-form", args)
		return
	}
	if fragment == "" || council.HasPart(other, fragment) {
		return
	}
	if text := other.Common().Body; text == nil || !text.HasAnchor(fragment) {
		reportAnchor(position, fragment, other, report)
	}
}

func reportAnchor(position diagnostic.Position, fragment string, document council.Documented, report Reporter) {
	var known []string
	if text := document.Common().Body; text != nil {
		for _, heading := range text.Headings {
			known = append(known, strings.TrimPrefix(heading.ID, "s-"))
		}
	}
	args := diagnostic.Args{"target": fmt.Sprintf("%s#%s", document.Common().File, fragment)}
	report(position, suggest(args, fragment, known), args)
}
