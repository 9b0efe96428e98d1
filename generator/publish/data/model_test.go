package data

import (
	"reflect"
	"testing"

	"greffe/generator/council"
)

// notInTables are the public fields that no table tells yet, or never will. A
// field is told by its column, a list of mappings by a table of its own.
var notInTables = map[string]string{
	"entry.draft": "how a document is published", "entry.confidential": "the same", "entry.publish_on": "the same",
	"entry.expire_on": "the same", "entry.lang": "the same", "entry.updated": "told as modified", "entry.aliases": "told by redirects",
	"attachment.url": "told as url", "withdrawal.id": "told as withdrawn_id", "withdrawal.erase": "an erased document leaves no row",
	"recommendation.id": "in the row's id", "organisation.id": "the row's id", "body.id": "the row's id", "theme.id": "the row's id", "axis.id": "the row's id",

	"session.attendance": "told by attendance", "session.facilitators": "told by session_guests",
	"speaker.offices": "told by speaker_offices", "article.id": "in the row's id",
	"role.id": "the row's id", "college.id": "the row's id", "category.id": "the row's id", "district.id": "the row's id", "profile.id": "the row's id", "series.id": "the row's id",
	"settings.rules":    "told by conformity",
	"settings.warnings": "how the site is checked", "settings.data": "how the site is published", "settings.legal": "the same", "settings.privacy": "the same",
	"settings.accessibility": "the same", "settings.appearance": "the same", "settings.menu": "the same", "settings.cms": "the same",
	"page.menu": "where a page stands in the menu", "page.order": "the same",
}

// Nothing of the model disappears in silence: a new field has its column at
// once, and a new list asks for its table here.
func TestEveryPublicFieldIsInATable(t *testing.T) {
	told := make(map[string]bool)
	for _, table := range Tables() {
		for _, column := range table.Columns {
			if f := column.meaning.field; f != nil {
				told[f.Owner] = true
			}
		}
	}
	tabled := make(map[reflect.Type]bool) // mappings of which a table has a column
	var visit func(s *council.Struct)
	mark := func(s *council.Struct) {
		for _, f := range s.Fields {
			if told[f.Owner] {
				tabled[s.Type] = true
			}
		}
	}
	seen := make(map[reflect.Type]bool)
	visit = func(s *council.Struct) {
		if seen[s.Type] {
			return
		}
		seen[s.Type] = true
		for _, f := range s.Fields {
			reason, left := notInTables[f.Owner]
			if !f.Public || left {
				if reason != "" && told[f.Owner] {
					t.Errorf("%s is told after all: take it out of the list", f.Owner)
				}
				continue
			}
			if f.Kind != council.KindMapping {
				if !told[f.Owner] {
					t.Errorf("%s is in no table", f.Owner)
				}
				continue
			}
			if mark(f.Of); f.List && !tabled[f.Of.Type] {
				t.Errorf("%s has no table", f.Owner)
			}
			visit(f.Of)
		}
	}
	for _, root := range []any{
		council.Settings{}, council.Organisation{}, council.Term{}, council.Withdrawal{},
		council.Member{}, council.Session{}, council.Workshop{}, council.Opinion{}, council.News{}, council.Document{}, council.Page{},
	} {
		visit(council.SchemaOf(root))
	}
}
