package generator

import (
	"fmt"

	"greffe/generator/diagnostic"
	"greffe/generator/site"
)

// A BreachError says that a site, once made, held what no site may hold, and
// was not written. It is an [ErrContent]: most likely the council's own layouts
// brought it in.
type BreachError struct{ Found diagnostic.List }

func (e *BreachError) Error() string {
	return fmt.Sprintf("the site that was made holds %d things that no site may", len(e.Found))
}

// Is makes the error an [ErrContent].
func (e *BreachError) Is(target error) bool { return target == ErrContent }

// inspect begins to look at a site while it is made. What it returns is to be
// asked when all of it is.
func (g *Generator) inspect(s *site.Site) (approve func() error) {
	inspection := g.live.inspection
	inspection.Begin(s.Files())
	return func() error {
		if err := g.scratch.Err(); err != nil {
			return err
		}
		if found := inspection.Verdict(); len(found) > 0 {
			return &BreachError{found}
		}
		return nil
	}
}
