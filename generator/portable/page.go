package portable

import (
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// page copies a page whose links lead to files beside it. What has no link is
// copied as it stands, byte for byte.
func (s Site) page(w io.Writer, r io.Reader, name string) error {
	tokens := html.NewTokenizer(r)
	inScript := false
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			if tokens.Err() == io.EOF {
				return nil
			}
			return fmt.Errorf("reading %s: %w", name, tokens.Err())
		}
		raw := append([]byte(nil), tokens.Raw()...) // reading the token changes them
		token := tokens.Token()
		switch {
		case isScript(token):
			inScript = token.Type == html.StartTagToken
			continue
		case inScript:
			inScript = token.Type != html.EndTagToken || token.Data != "script"
			continue
		case token.Type == html.StartTagToken && isPolicy(token):
			continue // "self" is nothing from a folder; there is no script to keep out
		case token.Type == html.StartTagToken || token.Type == html.SelfClosingTagToken:
			if s.rewrite(&token, name) {
				raw = []byte(token.String())
			}
		}
		if _, err := w.Write(raw); err != nil {
			return err
		}
	}
}

// isScript tells whether a script begins that a browser would run; structured
// data is none.
func isScript(t html.Token) bool {
	if (t.Type != html.StartTagToken && t.Type != html.SelfClosingTagToken) || t.Data != "script" {
		return false
	}
	kind := attribute(t, "type")
	return kind == "" || kind == "module" || strings.Contains(kind, "javascript")
}

func isPolicy(t html.Token) bool {
	return t.Data == "meta" && strings.EqualFold(attribute(t, "http-equiv"), "Content-Security-Policy")
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// rewrite changes the addresses in a tag; it answers false if there are none to
// change.
func (s Site) rewrite(t *html.Token, from string) bool {
	changed := false
	for i := range t.Attr {
		a := &t.Attr[i]
		before := a.Val
		switch a.Key {
		case "href":
			// A canonical link and those to other languages say where the page is
			// on the web, and stay.
			if t.Data != "link" || !strings.Contains(a.Val, "://") {
				a.Val = s.relative(a.Val, from)
			}
		case "src", "action", "poster", "cite", "data":
			a.Val = s.relative(a.Val, from)
		case "srcset":
			a.Val = s.srcset(a.Val, from)
		case "content":
			if strings.EqualFold(attribute(*t, "http-equiv"), "refresh") {
				if wait, address, ok := strings.Cut(a.Val, "url="); ok {
					a.Val = wait + "url=" + s.relative(address, from)
				}
			}
		}
		changed = changed || a.Val != before
	}
	return changed
}

func (s Site) srcset(value, from string) string {
	choices := strings.Split(value, ", ")
	for i, choice := range choices {
		address, width, _ := strings.Cut(strings.TrimSpace(choice), " ")
		choices[i] = strings.TrimSpace(s.relative(address, from) + " " + width)
	}
	return strings.Join(choices, ", ")
}

// relative is an address of the site as it leads from a page to a file. What is
// not in the ZIP is still to be found on the web; an address of another site
// stays.
func (s Site) relative(address, from string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return address
	}
	place, ours := s.place(parsed, from)
	if !ours {
		if rest, ok := strings.CutPrefix(address, s.Root); ok && parsed.Host == "" && strings.Contains(s.Base, "://") {
			return strings.TrimRight(s.Base, "/") + "/" + rest
		}
		return address
	}
	to := &url.URL{Path: between(from, place), RawQuery: parsed.RawQuery, Fragment: parsed.Fragment}
	if place == from && parsed.Fragment != "" {
		to.Path = ""
	}
	return to.String()
}

// between is the way from a file to another.
func between(from, to string) string {
	for {
		folder, rest, ok := strings.Cut(from, "/")
		same, below := strings.CutPrefix(to, folder+"/")
		if !ok || !below {
			return strings.Repeat("../", strings.Count(from, "/")) + to
		}
		from, to = rest, same
	}
}

// place is the file behind an address, if it is one of the ZIP's.
func (s Site) place(address *url.URL, from string) (string, bool) {
	place := address.Path
	base := strings.TrimRight(s.Base, "/")
	switch {
	case address.Scheme != "" || address.Host != "":
		rest, ours := strings.CutPrefix(address.Scheme+"://"+address.Host+address.Path, base+"/")
		if !ours || base == "" {
			return "", false
		}
		place = rest
	case place == "":
		return "", false // within the page
	case strings.HasPrefix(place, "/"):
		rest, ours := strings.CutPrefix(place, s.Root)
		if !ours {
			return "", false
		}
		place = rest
	default:
		place = path.Join(path.Dir(from), place) + strings.Repeat("/", strings.Count(place[len(place)-1:], "/"))
	}
	if place == "" || strings.HasSuffix(place, "/") {
		place += "index.html"
	}
	place = path.Clean(place)
	if !fs.ValidPath(place) || !s.isKept(place) {
		return "", false
	}
	info, err := fs.Stat(s.Files, place)
	return place, err == nil && info.Mode().IsRegular()
}
