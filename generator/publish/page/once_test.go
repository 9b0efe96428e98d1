package page

import (
	"html/template"
	"maps"
	"testing"

	"greffe/generator/council"
)

// A part that was made for one page is what another depends on too, also when it
// was first made for somebody who noted nothing.
func TestEachPageDependsOnWhatItsSharedPartsAreMadeOf(t *testing.T) {
	c := assembled(opinionsOf(1)...)
	publisher, err := newPublisher(briefFor(t, c, nil))
	if err != nil {
		t.Fatal(err)
	}
	times := 0
	part := func(c *council.Council) (template.HTML, error) {
		times++
		return safe(c.Opinions.Find("2024-000").Title), nil
	}
	ask := func(c *council.Council) {
		view := &View{Council: c, publisher: publisher}
		if html, err := view.once(&publisher.frames, "part", part); err != nil || html != "Avis 0" {
			t.Errorf("the part is %q, %v", html, err)
		}
	}
	ask(c)
	var first, second council.Reads
	ask(c.Recording(&first))
	ask(c.Recording(&second))
	if times != 2 {
		t.Errorf("the part was made %d times, not once for who notes nothing and once for the others", times)
	}
	if len(first.All()) == 0 || !maps.Equal(first.All(), second.All()) {
		t.Errorf("the pages depend on %v and on %v", first.All(), second.All())
	}
}
