package host

import (
	"bufio"
	"fmt"
	"io"

	"greffe/generator/council"
	"greffe/generator/site"
)

// A redirect is of all addresses that begin in one way: they lead to those that
// begin in another, or answer that what was there is gone.
type redirect struct {
	from, to string
	gone     bool
}

// redirects: a document's former addresses lead to the one that it has, with all
// that lies beside it, and those of what was erased answer that it is gone.
func redirects(b *site.Brief, c *council.Council) (all []redirect) {
	for document := range c.Everything() {
		for _, alias := range document.Common().Aliases {
			if c.Lookup(document.Collection(), string(alias)) != nil {
				continue
			}
			all = append(all, redirect{from: b.Addresses.Document(document.Collection(), string(alias)), to: b.Addresses.Of(document)})
			for i := range b.Editions {
				if address := b.Editions[i].Address(document); address != "" {
					all = append(all, redirect{from: b.Editions[i].Addresses.Document(document.Collection(), string(alias)), to: address})
				}
			}
		}
	}
	for i := range c.Withdrawals {
		if address := site.ErasedAddress(c, b.Addresses, &c.Withdrawals[i]); address != "" {
			all = append(all, redirect{from: address, gone: true})
			for j := range b.Editions {
				all = append(all, redirect{from: site.ErasedAddress(c, b.Editions[j].Addresses, &c.Withdrawals[i]), gone: true})
			}
		}
	}
	return all
}

// Redirects is _redirects. The exclamation mark puts a rule before the page that
// other hosts show at a former address.
//
// An erased document leaves its id here and nowhere else: a server cannot
// answer for an address that it does not know. Hosts that read this file do not
// serve it.
func Redirects(b *site.Brief) []site.File {
	if b.Apache {
		return nil
	}
	return []site.File{{
		Path: "_redirects", MediaType: "text/plain; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			out := bufio.NewWriter(w)
			for _, r := range redirects(b, c) {
				if r.gone {
					fmt.Fprintf(out, "%s* %s 410\n", r.from, b.Addresses.Asset(site.GonePath))
				} else {
					fmt.Fprintf(out, "%s* %s:splat 301!\n", r.from, r.to)
				}
			}
			return out.Flush()
		},
	}}
}
