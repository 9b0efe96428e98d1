package data

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
)

// rows reads a table back as somebody else would, by id and by column.
func rows(t *testing.T, text []byte) map[string]map[string]string {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	byID := make(map[string]map[string]string)
	for _, record := range records[1:] {
		row := make(map[string]string)
		for i, name := range records[0] {
			row[name] = record[i]
		}
		if byID[row["id"]] != nil {
			t.Errorf("two rows are called %s", row["id"])
		}
		byID[row["id"]] = row
	}
	return byID
}

func TestCellsSayWhatTheContentSays(t *testing.T) {
	published := tiny(t)
	for _, test := range []struct{ table, row, column, want string }{
		{"members", "ada", "name", "Ada Roux"},
		{"members", "ada", "organisation_id", "ville"},
		{"members", "ada", "organisation_name", "Ville de Valclair"},
		{"members", "ada", "url", "https://num.example/conseil/membres/ada/"},
		{"mandates", "ada/1", "body_label", "Cercle permanent"},
		{"mandates", "ada/1", "start", "2021-03-18"},
		{"mandates", "ada/2", "start", "2024"},
		{"mandates", "ada/2", "term", ""}, // left out, which is not 0
		{"sessions", "2024-05-16", "start_local", "2024-05-16T18:30"},
		{"sessions", "2024-05-16", "start", "2024-05-16T16:30:00Z"},
		{"sessions", "2024-05-16", "place_name", "Hôtel de ville"},
		{"sessions", "2024-05-16", "convened_by_id", "ville"},
		{"sessions", "2024-05-16", "convened_by_table", "organisations"},
		{"sessions", "2024-05-16", "present_count", "1"},
		{"sessions", "2024-05-16", "absent_count", "0"},
		{"sessions", "2024-05-16", "not_recorded_count", "1"},
		{"sessions", "2024-05-16", "modified", "2024-05-16"},
		{"sessions", "2023", "start_local", "2023-09"},
		{"sessions", "2023", "start", ""},
		{"sessions", "2023", "place_name", ""},
		{"sessions", "2023", "present_count", ""}, // not recorded, which is not 0
		{"agenda_items", "2024-05-16/2", "opinion_title", "Avis sur les données de mobilité"},
		{"agenda_items", "2024-05-16/2", "rapporteurs", "leo"},
		{"agenda_items", "2024-05-16/3", "opinion_id", ""}, // not public
		{"attendance", "2024-05-16/ada", "presence", "present"},
		{"attendance", "2024-05-16/ines", "presence", "not-recorded"},
		{"attendance", "2024-05-16/leo", "session_start_local", "2024-05-16T18:30"},
		{"session_guests", "2024-05-16/guests/2", "person_name", "Inès Petit"},
		{"session_guests", "2024-05-16/guests/3", "person_name", ""},
		{"workshop_members", "donnees/leo", "part", "lead"},
		{"workshop_members", "donnees/ada", "part", "member"},
		{"workshop_members", "donnees/external_members/1", "name", "Paul Noir"},
		{"workshop_meetings", "donnees/1", "on", "2024-01-10T08:00:00Z"},
		{"hearings", "donnees/1", "on_local", "2024-04-02"},
		{"opinions", "2024-01", "referral_origin", "authority"},
		{"opinions", "2024-01", "session_title", "Séance plénière"},
		{"opinions", "2024-01", "themes", "mobilite;inclusion"},
		{"opinions", "2024-01", "vote_against", "0"},
		{"opinions", "2024-01", "vote_not_voting", ""},
		{"opinions", "2024-01", "votes_cast", "13"},
		{"opinions", "2024-01", "supersedes", ""}, // not public
		{"opinions", "2024-02", "supersedes", "2024-01"},
		{"opinion_supersedes", "2024-02/2024-01", "superseded_title", "Avis sur les données de mobilité"},
		{"agenda_item_rapporteurs", "2024-05-16/2/leo", "agenda_item_title", "Avis"},
		{"commitment_updates", "appel/1/1", "commitment_id", "appel/1"},
		{"articles", "reglement/article-1", "url", "https://num.example/conseil/documents/reglement/#article-1"},
		{"document_themes", "opinions/2024-01/inclusion", "theme_label", "Inclusion"},
		{"alt_names", "council/1", "name", "Conseil numérique"},
		{"founding_acts", "1", "document_title", "Règlement intérieur"},
		{"parity", "cercle/1", "women", "2"},
		{"composition", "2024/conseil/habitants/none/nord", "members", "1"},
		{"composition", "2024/conseil/none/none/none", "members", "2"},
		{"composition", "2021/cercle/habitants/none/nord", "counted_on", "2021-12-31"},
		{"composition", "2024/cercle/habitants/none/nord", "counted_on", "2024-06-01"},
		{"provenance", "mandates/ada/2", "source_file", "members/ada.md"},
		{"provenance", "bodies/cercle", "source_file", "council.yaml"},
		{"provenance", "organisations/council", "source_file", "council.yaml"},
		{"opinions", "2024-02", "session_id", ""},
		{"opinions", "2024-02", "session_title", ""},
		{"opinions", "2024-02", "votes_cast", ""},
		{"opinions", "2024-02", "modified", ""},
		{"opinion_rapporteurs", "2024-01/leo", "member_name", "Léo Marchand"},
		{"opinion_themes", "2024-01/mobilite", "theme_label", "Mobilité"},
		{"recommendations", "2024-01/r1", "text", "Publier, sous licence ouverte,\nles \"horaires\""},
		{"recommendations", "2024-01/r1", "status", ""},
		{"recommendations", "2024-01/r1", "state", "in-progress"},
		{"recommendations", "2024-01/r1", "late", "true"},
		{"recommendations", "2024-01/r1", "url", "https://num.example/conseil/avis/2024-01/#r1"},
		{"recommendations", "2024-01/r2", "late", "false"},
		{"recommendations", "2024-02/r1", "late", ""}, // not followed
		{"recommendation_updates", "2024-01/r1/1", "recommendation_id", "2024-01/r1"},
		{"deliveries", "2024-01/1", "to_name", "Ville de Valclair"},
		{"news", "appel", "event_id", ""},
		{"news", "appel", "speaker_label_level", "4"},
		{"news", "appel", "date_local", "2024-05-02"},
		{"calls", "appel", "criteria", "tirage au sort;parité"},
		{"calls", "appel", "open", "true"},
		{"commitments", "appel/1", "author_table", "members"},
		{"commitments", "appel/3", "author_id", ""},
		{"signatories", "opinions/2024-01/council", "organisation_name", "Conseil du numérique de Valclair"},
		{"documents", "reglement", "year", "2021"},
		{"documents", "reglement", "signed_by_by_delegation", "false"},
		{"attachments", "sessions/2024-05-16/1", "url", "https://num.example/conseil/seances/2024-05-16/ordre%20du%20jour.PDF"},
		{"attachments", "sessions/2024-05-16/1", "format", "pdf"},
		{"attachments", "sessions/2024-05-16/1", "bytes", "13"},
		{"attachments", "sessions/2024-05-16/1", "hash", "sha256:20bfe8d2f1e4b58be4e83cbecee36ee069fd9f6c2239e71ff51a3c538e833f0d"},
		{"attachments", "sessions/2024-05-16/2", "bytes", ""},
		{"attachments", "sessions/2024-05-16/2", "url", "https://ailleurs.example/odj"},
		{"attachments", "sessions/2024-05-16/2", "accessible", ""},
		{"council", "council", "territory_code", "99001"},
		{"council", "council", "created", "2021-03"},
		{"council", "council", "nature", "advice;consultation"},
		{"bodies", "cercle", "parent_label", "Conseil"},
		{"organisations", "ville", "website", "https://valclair.example"},
		{"glossary", "donnees-ouvertes", "term", "Données ouvertes"},
		{"withdrawals", "news/retiree", "kind", "withdrawn"},
		{"withdrawals", "documents/ancien", "kind", "expired"},
		{"redirects", "members/ada-martin", "document_id", "ada"},
	} {
		row, ok := rows(t, published[folder+test.table+".csv"])[test.row]
		if !ok {
			t.Errorf("%s has no row %s", test.table, test.row)
			continue
		}
		if got, ok := row[test.column]; !ok || got != test.want {
			t.Errorf("%s %s %s is %q (known: %v), want %q", test.table, test.row, test.column, got, ok, test.want)
		}
	}
}

func TestCSVKeepsToItsRules(t *testing.T) {
	for path, text := range tiny(t) {
		if !strings.HasSuffix(path, ".csv") {
			continue
		}
		if !bytes.HasSuffix(text, []byte("\r\n")) || bytes.HasPrefix(text, []byte("\ufeff")) || bytes.Contains(text, []byte("\r\n\r\n")) {
			t.Errorf("%s: %q", path, text)
		}
	}
}

func TestEmptyTableHasItsHeader(t *testing.T) {
	published := made(t, brief(t, "fr", council0()))
	for _, table := range Tables() {
		if text := string(published[folder+table.Name+".csv"]); !strings.HasPrefix(text, "id,") {
			t.Errorf("%s.csv begins with %q", table.Name, text)
		}
	}
}

// Whatever a cell holds comes back from a reader that nobody here wrote. That
// reader turns CRLF into LF inside a cell, so the comparison does too.
func FuzzCSVComesBack(f *testing.F) {
	for _, seed := range []string{"", "a", `say "no"`, "a,b", "a\nb", "a\r\nb", " a", "a ", "=1+1", `\.`, "é;è", `""`} {
		f.Add(seed, "x")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		line := appendQuoted(nil, first)
		line = append(appendQuoted(append(line, ','), second), "\r\n"...)
		record, err := csv.NewReader(bytes.NewReader(line)).Read()
		if err != nil {
			if strings.TrimSpace(first+second) == "" {
				return
			}
			t.Fatalf("%q: %v", line, err)
		}
		for i, want := range []string{first, second} {
			if got := record[i]; got != strings.ReplaceAll(want, "\r\n", "\n") {
				t.Errorf("%q came back as %q", want, got)
			}
		}
	})
}
