package data

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Sums is data/v1/SHA256SUMS: every other file of the folder with its hash, as
// sha256sum --check reads it.
func Sums(b *site.Brief, others []site.File) []site.File {
	var names []string
	for _, file := range others {
		if name, here := strings.CutPrefix(file.Path, folder); here {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return []site.File{{
		Path:      folder + "SHA256SUMS",
		Measures:  true,
		MediaType: "text/plain; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			out := bufio.NewWriter(w)
			for _, name := range names {
				sum, err := b.Sums.Of(c, folder+name)
				if err != nil {
					return err
				}
				if _, err := out.WriteString(sum.SHA256 + "  " + name + "\n"); err != nil {
					return err
				}
			}
			return out.Flush()
		},
	}}
}
