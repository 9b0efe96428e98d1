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

// made is a card that was made once, with what it was made from if that was
// asked for.
type made struct {
	html  template.HTML
	reads *council.Reads
}

// Card is the card of an entity or of a recommendation. A document stands in
// many lists (all, those of its year, of its themes…), so its card is made once
// and kept; what it was made from is noted at each use.
func (v *View) Card(of any) (template.HTML, error) {
	name, key := cardOf(of)
	if kept, ok := v.publisher.cards.Load(key); ok {
		if card := kept.(made); card.reads != nil || !v.Council.Records() {
			v.Council.Note(card.reads)
			return card.html, nil
		}
	}
	view := &View{Council: v.Council, publisher: v.publisher}
	var reads *council.Reads
	if v.Council.Records() {
		reads = new(council.Reads)
		view.Council = v.Council.Recording(reads)
	}
	if document, ok := of.(council.Documented); ok && name == document.Collection() { // a participation is none
		view.render(document)
	}
	layout, err := v.publisher.layouts.get("list")
	if err != nil {
		return "", err
	}
	buffer := v.publisher.buffer()
	defer v.publisher.buffers.Put(buffer)
	if err := layout.Execute(buffer, "card-"+name, Card{view, of}); err != nil {
		return "", err
	}
	card := made{safe(buffer.Bytes()), reads}
	v.publisher.cards.Store(key, card)
	v.Council.Note(reads)
	return card.html, nil
}

// Cards are the cards of the things of a list, one after another: a layout that
// asked for each would spend more on asking than most take.
func (v *View) Cards(things any) (template.HTML, error) {
	cards := v.publisher.buffer()
	defer v.publisher.buffers.Put(cards)
	list := reflect.ValueOf(things)
	for i := range list.Len() {
		card, err := v.Card(list.Index(i).Interface())
		if err != nil {
			return "", err
		}
		cards.WriteString(string(card))
	}
	return safe(cards.Bytes()), nil
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
