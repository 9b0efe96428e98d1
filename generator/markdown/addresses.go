package markdown

import "strings"

// schemes are those that an address may have, if it has one.
var schemes = [...]string{"http", "https", "mailto", "tel"}

// isSafe tells whether an address may stand in a page: one of the schemes, or
// relative to the page. Browsers drop some control characters wherever they
// stand, read "\" as "/", and take "//host" for another site, so none of these
// passes.
func isSafe(address string) bool {
	if strings.HasPrefix(address, "//") {
		return false
	}
	for i := range len(address) {
		if c := address[i]; c < ' ' || c == 0x7F || c == '\\' {
			return false
		}
	}
	if strings.ContainsFunc(address, isControl) {
		return false
	}
	scheme, has := schemeOf(strings.TrimSpace(address))
	if !has {
		return true
	}
	for _, known := range schemes {
		if strings.EqualFold(scheme, known) {
			return true
		}
	}
	return false
}

// schemeOf returns what stands before the first colon, if that colon comes
// before any path. It takes more for a scheme than a browser does: a file whose
// name has a colon must be written "./name".
func schemeOf(address string) (string, bool) {
	end := strings.IndexAny(address, ":/?#")
	if end < 0 || address[end] != ':' {
		return "", false
	}
	return address[:end], true
}

const hex = "0123456789ABCDEF"

// appendAddress appends an address for a quoted attribute, with what has no
// place in one percent-encoded.
func appendAddress(html []byte, address string) []byte {
	for i := 0; i < len(address); i++ {
		c := address[i]
		switch {
		case c == '&':
			html = append(html, "&amp;"...)
		case c <= ' ' || c == 0x7F || strings.IndexByte("\"<>[]\\^`{|}", c) >= 0,
			c == '%' && !(i+2 < len(address) && isHex(address[i+1]) && isHex(address[i+2])):
			html = append(html, '%', hex[c>>4], hex[c&15])
		default:
			html = append(html, c)
		}
	}
	return html
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
