package page

import (
	"html/template"
	"reflect"

	"greffe/generator/council"
)

// A Card is how something stands in a list: its name as a link, what it is,
// when, and a line or two. The layouts of cards are in layouts/_cards.html, one
// for each collection, and one for the rows of a member's attendance.
type Card struct {
	*View
	Of any
}

// Card is the card of an entity or of a recommendation. A document stands in
// many lists (all, those of its year, of its themes…), so its card is made once.
func (v *View) Card(of any) (template.HTML, error) {
	name, key := cardOf(of)
	return v.once(&v.publisher.cards, key, func(c *council.Council) (template.HTML, error) {
		view := &View{Council: c, publisher: v.publisher}
		if document, ok := of.(council.Documented); ok && name == document.Collection() { // a participation is none
			view.render(document)
		}
		return v.publisher.piece("list", "card-"+name, Card{view, of})
	})
}

// Cards are the cards of the things of a list: a layout that asked for each would
// spend more on asking than most take.
func (v *View) Cards(things any) ([]template.HTML, error) {
	list := reflect.ValueOf(things)
	cards := make([]template.HTML, list.Len())
	for i := range cards {
		var err error
		if cards[i], err = v.Card(list.Index(i).Interface()); err != nil {
			return nil, err
		}
	}
	return cards, nil
}

// cardOf is the name of a card's layout, and the pointer under which the card
// is kept: a document that changed is another pointer.
func cardOf(of any) (name string, key any) {
	switch of := of.(type) {
	case council.FollowedUp:
		return "recommendations", of.Recommendation
	case participation:
		return "participations", of
	case council.Entity:
		return of.Collection(), of
	}
	return "unknown", of
}
