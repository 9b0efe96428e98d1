package host

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Htaccess is the .htaccess of an Apache server (2.4, with mod_headers and
// mod_alias), which takes the place of the two files above where it is asked
// for: Apache would serve those, and one of them names what was erased. It needs
// "AllowOverride FileInfo AuthConfig" and no more.
func Htaccess(b *site.Brief, files []site.File) []site.File {
	if !b.Apache {
		return nil
	}
	return []site.File{{
		Path: ".htaccess", MediaType: "text/plain; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			out := bufio.NewWriter(w)
			for _, r := range redirects(b, c) {
				writeApacheRedirect(out, r)
			}
			for _, page := range []struct {
				status int
				path   string
			}{{404, site.NotFoundPath}, {410, site.GonePath}} {
				fmt.Fprintf(out, "ErrorDocument %d %s\n", page.status, b.Addresses.Asset(page.path))
			}
			out.WriteString("<FilesMatch \"^\\.\">\n  Require all denied\n</FilesMatch>\n")
			for _, r := range rules(b, c, files) {
				writeApacheRule(out, b, r)
			}
			return out.Flush()
		},
	}}
}

// writeApacheRedirect: what Apache compares is the address without its escapes.
func writeApacheRedirect(out *bufio.Writer, r redirect) {
	pattern := "^" + regexp.QuoteMeta(unescaped(r.from))
	if r.gone {
		fmt.Fprintf(out, "RedirectMatch 410 %s\n", quoted(pattern))
		return
	}
	fmt.Fprintf(out, "RedirectMatch 301 %s %s\n", quoted(pattern+"(.*)$"), quoted(r.to+"$1"))
}

// writeApacheRule. The sections that match a file are merged in their order, so
// that here too the later one counts. Apache answers for a folder with its
// index.html, under that name: what is said of HTML is said of attachments only.
func writeApacheRule(out *bufio.Writer, b *site.Brief, r rule) {
	indent := "  "
	everywhere := r.path == b.Addresses.Asset("*")
	if everywhere {
		indent = ""
	} else {
		pattern := strings.ReplaceAll(regexp.QuoteMeta(unescaped(r.path)), `\*`, ".*")
		condition := "%{REQUEST_URI} =~ m#^" + pattern + "$#"
		if path.Ext(r.path) == ".html" {
			root := regexp.QuoteMeta(unescaped(b.Addresses.Asset("")))
			condition += " && %{REQUEST_URI} !~ m#/index[.]html$|^" + root + "(?:404|410)[.]html$#"
		}
		fmt.Fprintf(out, "<If %s>\n", quoted(condition))
	}
	for _, h := range r.headers {
		value := oneLine(h.value)
		if h.name == "Content-Type" {
			fmt.Fprintf(out, "%sForceType %s\n", indent, quoted(value))
			continue
		}
		fmt.Fprintf(out, "%sHeader always set %s %s\n", indent, h.name, quoted(strings.ReplaceAll(value, "%", "%%")))
	}
	if !everywhere {
		out.WriteString("</If>\n")
	}
}

// quoted is one word of Apache's language. A backslash stands for itself there,
// before anything but a quotation mark and another of its kind, which addresses
// do not have.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"` }

func unescaped(address string) string {
	if text, err := url.PathUnescape(address); err == nil {
		return text
	}
	return address
}
