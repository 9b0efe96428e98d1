package host

import (
	"bufio"
	"fmt"
	"io"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Redirects is _redirects: a document's former addresses lead to the one that
// it has, with all that lies beside it, and those of what was erased answer
// that it is gone. The exclamation mark puts a rule before the page that other
// hosts show at a former address.
//
// An erased document leaves its id here and nowhere else: a server cannot
// answer for an address that it does not know. Hosts that read this file do not
// serve it.
func Redirects(b *site.Brief) []site.File {
	return []site.File{{
		Path: "_redirects", MediaType: "text/plain; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			out := bufio.NewWriter(w)
			for document := range c.Everything() {
				for _, alias := range document.Common().Aliases {
					if c.Lookup(document.Collection(), string(alias)) == nil {
						former := b.Addresses.Document(document.Collection(), string(alias))
						fmt.Fprintf(out, "%s* %s:splat 301!\n", former, b.Addresses.Of(document))
					}
				}
			}
			for i := range c.Withdrawals {
				if address := site.ErasedAddress(c, b.Addresses, &c.Withdrawals[i]); address != "" {
					fmt.Fprintf(out, "%s* %s 410\n", address, b.Addresses.Asset(site.GonePath))
				}
			}
			return out.Flush()
		},
	}}
}
