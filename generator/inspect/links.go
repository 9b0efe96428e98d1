package inspect

import (
	"bytes"
	"hash/maphash"
	"html"
	"net/url"
	"path"
	"strings"
)

// follow looks where an address leads, once a page and use.
func (p *page) follow(address []byte, used use) {
	key := maphash.Bytes(seed, address) + uint64(used)<<1
	if p.known.has(key) || !p.followed.add(key) {
		return
	}
	target, fragment := address, []byte(nil)
	if at := bytes.IndexByte(address, '#'); at >= 0 {
		target, fragment = address[:at], address[at+1:]
	}
	switch {
	case len(address) == 0:
		p.breach("page-dead-link", "")
	case len(target) == 0 && bytes.IndexByte(fragment, '%') < 0 && bytes.IndexByte(fragment, '&') < 0:
		p.want(p.place, fragment)
	default:
		if isPlain(address) && p.followPlain(target, fragment, used) {
			if fragment == nil && len(p.found) == 0 && !p.inspection.lasting {
				p.known.add(key)
			}
			return
		}
		p.followSlowly(string(address), used)
	}
}

// followPlain looks where an address leads that is written as almost all are:
// like the site's own. It answers false if it cannot tell.
func (p *page) followPlain(target, fragment []byte, used use) bool {
	i := p.inspection
	rest, inside := bytes.CutPrefix(target, []byte(i.base))
	if !inside {
		for _, scheme := range elsewhere {
			if (used == visited || used == named) && bytes.HasPrefix(target, scheme) {
				return true
			}
		}
		rest, inside = bytes.CutPrefix(target, []byte(i.root))
	}
	if !inside || len(rest) == 0 || rest[0] != '/' {
		return false
	}
	n, known := i.numbers[string(rest[1:])]
	if !known && rest[len(rest)-1] == '/' {
		from := len(p.text)
		p.text = append(append(p.text, rest[1:]...), "index.html"...)
		n, known = i.numbers[string(p.text[from:])]
		p.text = p.text[:from]
	}
	if known {
		p.lead(n, fragment)
	}
	return known || i.partial && used == visited
}

// elsewhere are the beginnings of addresses that lead out of the site.
var elsewhere = [][]byte{[]byte("https://"), []byte("http://"), []byte("mailto:"), []byte("tel:")}

// isPlain tells whether an address is written as it is meant.
func isPlain(address []byte) bool {
	for _, c := range address {
		if c == '%' || c == '&' || c == '?' || c == '\\' || c <= ' ' {
			return false
		}
	}
	return true
}

// followSlowly reads an address as a browser does.
func (p *page) followSlowly(written string, used use) {
	i := p.inspection
	address := html.UnescapeString(written)
	if strings.ContainsFunc(address, func(r rune) bool { return r < ' ' || r == 0x7F || r == '\\' }) {
		p.breach("page-address", address)
		return
	}
	address = strings.TrimSpace(address)
	scheme, _, _ := strings.Cut(address, ":")
	if strings.ContainsAny(scheme, "/?#") || len(scheme) == len(address) {
		scheme = ""
	}
	switch strings.ToLower(scheme) {
	case "":
		if strings.HasPrefix(address, "//") { // another host, whatever the page's scheme
			p.outside(address, used)
			return
		}
	case "http", "https":
		rest, inside := strings.CutPrefix(address, i.base)
		if !inside || (rest != "" && strings.IndexByte("/?#", rest[0]) < 0) {
			p.outside(address, used)
			return
		}
	case "mailto", "tel":
		if used != visited {
			p.breach("page-outside", address)
		}
		return
	case "data":
		if used != picture || !strings.HasPrefix(address, "data:image/") {
			p.breach("page-address", address)
		}
		return
	default:
		p.breach("page-address", address)
		return
	}
	target, err := url.Parse(address)
	if err != nil {
		p.breach("page-address", address)
		return
	}
	file, inside := p.fileAt(target)
	if !inside {
		return // above the site, on its host: somebody else's
	}
	fragment := []byte(target.Fragment)
	for _, file := range [...]string{file, path.Join(file, "index.html")} {
		if n, known := i.numbers[file]; known && i.places[n].there {
			p.lead(n, fragment)
			return
		}
	}
	if !i.partial {
		p.breach("page-dead-link", address)
	}
}

// outside is told of an address on another host.
func (p *page) outside(address string, used use) {
	if used == ours || used == picture {
		p.breach("page-outside", address)
	}
}

// fileAt is the path of the file behind an address of this host; false if it
// does not lie in the site.
func (p *page) fileAt(target *url.URL) (string, bool) {
	i := p.inspection
	here := i.places[p.place].file.Path
	place := target.Path
	switch {
	case place == "" && target.Host == "":
		return here, true
	case place == "":
		place = "/"
	case place[0] != '/':
		folder := ""
		if strings.HasSuffix(place, "/") || place == "." || place == ".." || strings.HasSuffix(place, "/..") {
			folder = "/"
		}
		place = path.Join(i.root+"/"+path.Dir(here), place) + folder
	}
	rest, inside := strings.CutPrefix(place, unescaped(i.root)+"/")
	if place == unescaped(i.root) {
		rest, inside = "", true
	}
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest += "index.html"
	}
	return rest, inside
}

func unescaped(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

// lead notes that the page leads to a place, and to an anchor in it.
func (p *page) lead(n int32, fragment []byte) {
	if !p.inspection.places[n].there {
		if !p.inspection.partial {
			p.breach("page-dead-link", p.inspection.places[n].file.Path)
		}
		return
	}
	if p.inspection.lasting && n != p.place {
		p.sheet.leads = append(p.sheet.leads, n)
	}
	p.want(n, fragment)
}

// want notes that a place should have an id. The top of a page is always there.
func (p *page) want(n int32, fragment []byte) {
	if len(fragment) == 0 || string(fragment) == "top" {
		return
	}
	from := int32(len(p.text))
	p.text = append(p.text, fragment...)
	w := want{place: n, from: from, to: int32(len(p.text)), id: maphash.Bytes(seed, fragment) | 1}
	if n == p.place {
		p.own = append(p.own, w)
	} else {
		p.sheet.wants = append(p.sheet.wants, w)
	}
}
