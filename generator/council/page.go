package council

import "cmp"

// A Page is free text: what the council is, how to take part.
type Page struct {
	Entry
	Title string `yaml:"title" is:"public required"`
	Menu  bool   `yaml:"menu" is:"public"`
	Order int    `yaml:"order" is:"public"`
}

func (*Page) Collection() string { return "pages" }
func (p *Page) Label() string    { return p.Title }

func byOrder(a, b *Page) int { return cmp.Compare(a.Order, b.Order) }
