package standard

import (
	"encoding/csv"
	"io"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

const (
	scdl       = "deliberations" // the dataset
	scdlPath   = folder + "scdl/deliberations.csv"
	scdlSchema = "https://schema.data.gouv.fr/schemas/scdl/deliberations/2.1.5/schema.json"
)

// SCDL is data/scdl/deliberations.csv, the opinions in the columns of France's
// common schema for deliberations (2.1.5), for a council that asks for it. An
// opinion is not a deliberation: it binds nobody. The file's title and
// description in the catalogue say so.
//
// The schema wants the SIRET of the collectivity on each row. It can be guessed
// from nothing else, so a council that does not give it has no such file.
func SCDL(b *site.Brief) []site.File {
	s := b.Council.Settings
	if !s.Data.SCDL || !isSIRET(s.Data.SIRET) || collectivity(b.Council) == "" || !hosted(b) {
		return nil
	}
	return []site.File{{
		Path: scdlPath, MediaType: "text/csv; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error { return writeSCDL(w, c, b.Addresses) },
	}}
}

// scdlColumns are those of the schema, in its order.
var scdlColumns = []string{
	"COLL_NOM", "COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET",
	"BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "PREF_DATE",
	"VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION", "DELIB_URL",
}

// The matter of all rows in the nomenclature ACTES: what an assembly utters
// without deciding.
const matterCode, matterName = "9.4", "autres domaines de compétences/vœux et motions"

// writeSCDL writes a row for each opinion that was adopted on a known day: the
// schema has no place for any other. No budget and no prefecture is concerned.
func writeSCDL(w io.Writer, c *council.Council, addresses *site.Addresses) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true // no cell has a line end that this would change
	if err := out.Write(scdlColumns); err != nil {
		return err
	}
	for opinion := range c.Opinions.All() {
		if (opinion.Status != "adopted" && opinion.Status != "superseded") || !opinion.AdoptedOn.IsDay() {
			continue
		}
		row := []string{
			oneLine(collectivity(c)), c.Settings.Data.SIRET, opinion.ID, opinion.AdoptedOn.String(), matterCode, matterName, oneLine(opinion.Title),
			"", "", "", "",
		}
		row = append(row, votes(c, opinion)...)
		row = append(row, addresses.Absolute(addresses.Of(opinion)))
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// votes are how many could vote, did, and how; all of them or none. Who could
// vote is who sat that day; a roster that is shorter than the vote is not whole.
func votes(c *council.Council, opinion *council.Opinion) []string {
	none := make([]string, 5)
	cast, known := opinion.Vote.Cast()
	if !known {
		return none
	}
	session := c.Sessions.Find(opinion.Session)
	var body council.Ref[council.Body]
	if session != nil {
		body = session.OfBody
	}
	could, took := len(c.Roster(body, opinion.AdoptedOn.First())), cast
	if opinion.Vote.NotVoting != nil {
		took += *opinion.Vote.NotVoting
	}
	if could < took {
		return none
	}
	var cells []string
	for _, n := range []int{could, cast, *opinion.Vote.For, *opinion.Vote.Against, *opinion.Vote.Abstentions} {
		cells = append(cells, strconv.Itoa(n))
	}
	return cells
}

// collectivity is whom the council advises: a council without legal personality
// is known to the common schema by its authority's name and SIRET.
func collectivity(c *council.Council) string {
	if authority := c.Organisations.Find(c.Settings.Authority); authority != nil {
		return authority.Name
	}
	return ""
}

// isSIRET tells whether a number has fourteen digits whose sum agrees (Luhn).
func isSIRET(number string) bool {
	if len(number) != 14 {
		return false
	}
	sum := 0
	for i, r := range number {
		if r < '0' || r > '9' {
			return false
		}
		digit := int(r - '0')
		if i%2 == 0 {
			digit *= 2
		}
		sum += digit/10 + digit%10
	}
	return sum%10 == 0
}
