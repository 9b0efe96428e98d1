package main

import (
	"encoding/csv"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What the pages say and what the tables say is the same: members, votes,
// attendance and follow-up are read off the HTML and sought in the CSV.
func TestDataIsWhatThePagesSay(t *testing.T) {
	for name, content := range sites() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := tree(t, build(t, content, "--only", "page,asset,data/csv"))
			p := pagesOf{t, files}
			same(t, "members", p.members(), p.column("members", func(row map[string]string) string { return row["id"] + " " + row["name"] }))
			same(t, "votes", p.votes(), p.column("opinions", vote))
			same(t, "attendance", p.attendance(), p.column("attendance", func(row map[string]string) string {
				return row["session_id"] + " " + row["member_id"] + " " + ways[row["presence"]]
			}))
			same(t, "follow-up", p.followUp(), p.column("recommendations", func(row map[string]string) string {
				if row["followed"] != "true" {
					return ""
				}
				return row["id"] + " " + row["state"] + " " + row["addressee_id"]
			}))
		})
	}
}

// ways are the headings of the lists of who took part, by the table's words.
var ways = map[string]string{
	"present": "Sur place", "remote": "À distance", "represented": "Par procuration",
	"excused": "Absences excusées", "absent": "Absences", "not-recorded": "Présence non consignée",
}

func vote(row map[string]string) string {
	if row["vote_for"]+row["vote_against"]+row["vote_abstentions"]+row["vote_not_voting"] == "" {
		return ""
	}
	return fmt.Sprint(row["id"], " ", row["vote_for"], " ", row["vote_against"], " ", row["vote_abstentions"])
}

func same(t *testing.T, what string, pages, table []string) {
	t.Helper()
	slices.Sort(pages)
	slices.Sort(table)
	for _, line := range pages {
		if _, found := slices.BinarySearch(table, line); !found {
			t.Errorf("%s: a page says %q, the table does not", what, line)
		}
	}
	for _, line := range table {
		if _, found := slices.BinarySearch(pages, line); !found {
			t.Errorf("%s: the table says %q, no page does", what, line)
		}
	}
}

type pagesOf struct {
	t     *testing.T
	files map[string]string
}

// column reads a table, a line for each row for which take has one.
func (p pagesOf) column(table string, take func(row map[string]string) string) []string {
	p.t.Helper()
	rows, err := csv.NewReader(strings.NewReader(p.files["data/v1/"+table+".csv"])).ReadAll()
	if err != nil || len(rows) == 0 {
		p.t.Fatalf("reading %s.csv: %d rows, %v", table, len(rows), err)
	}
	var lines []string
	for _, cells := range rows[1:] {
		row := make(map[string]string)
		for i, name := range rows[0] {
			row[name] = cells[i]
		}
		if line := take(row); line != "" {
			lines = append(lines, foldSpaces(line))
		}
	}
	return lines
}

// each visits the pages of a section's entities, with the id of each.
func (p pagesOf) each(section string, visit func(id string, root *html.Node)) {
	for file, text := range p.files {
		id, ok := strings.CutSuffix(strings.TrimPrefix(file, section+"/"), "/index.html")
		if !ok || !strings.HasPrefix(file, section+"/") || strings.Contains(id, "/") {
			continue
		}
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			p.t.Fatal(err)
		}
		visit(id, root)
	}
}

func (p pagesOf) members() []string {
	var lines []string
	p.each("membres", func(id string, root *html.Node) {
		if attribute(find(root, element("body")), "data-page-type") == "member" {
			lines = append(lines, foldSpaces(id+" "+textOf(find(root, element("h1")))))
		}
	})
	return lines
}

func (p pagesOf) votes() []string {
	var lines []string
	p.each("avis", func(id string, root *html.Node) {
		if attribute(find(root, element("body")), "data-page-type") != "opinion" {
			return
		}
		heading := find(root, func(n *html.Node) bool { return attribute(n, "id") == "Vote" })
		if heading == nil {
			return
		}
		table := find(heading.Parent, element("table"))
		if table == nil {
			return
		}
		counts := make(map[string]string)
		for row := range table.Descendants() {
			if header, cell := find(row, element("th")), find(row, element("td")); row.Data == "tr" && cell != nil {
				if _, err := strconv.Atoi(textOf(cell)); err == nil {
					counts[textOf(header)] = textOf(cell)
				}
			}
		}
		lines = append(lines, foldSpaces(fmt.Sprint(id, " ", counts["Pour"], " ", counts["Contre"], " ", counts["Abstentions"])))
	})
	return lines
}

func (p pagesOf) attendance() []string {
	var lines []string
	p.each("seances", func(id string, root *html.Node) {
		heading := find(root, func(n *html.Node) bool { return attribute(n, "id") == "Attendance" })
		if heading == nil {
			return
		}
		way := ""
		for n := heading.NextSibling; n != nil; n = n.NextSibling {
			for d := range within(n) {
				switch {
				case d.Data == "h3" || d.Data == "summary":
					way, _, _ = strings.Cut(foldSpaces(textOf(d)), ":")
				case d.Data == "a" && way != "":
					lines = append(lines, id+" "+lastOf(attribute(d, "href"))+" "+strings.TrimSpace(way))
				}
			}
		}
	})
	return lines
}

// followUp reads the register, all its pages.
func (p pagesOf) followUp() []string {
	var lines []string
	for file, text := range p.files {
		section, page := path.Split(strings.TrimSuffix(file, "/index.html"))
		if file != "recommandations/index.html" && (section != "recommandations/" || !strings.HasPrefix(page, "page-")) {
			continue
		}
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			p.t.Fatal(err)
		}
		for card := range root.Descendants() {
			if card.Data != "li" || attribute(card, "class") != "card" {
				continue
			}
			address, _ := url.Parse(attribute(find(card, element("a")), "href"))
			state := find(card, func(n *html.Node) bool { return strings.HasPrefix(attribute(n, "class"), "state ") })
			addressee := find(card, func(n *html.Node) bool { return strings.HasPrefix(attribute(n, "href"), "/organisations/") })
			to := ""
			if addressee != nil {
				to = lastOf(attribute(addressee, "href"))
			}
			lines = append(lines, foldSpaces(lastOf(address.Path)+"/"+address.Fragment+" "+strings.TrimPrefix(attribute(state, "class"), "state ")+" "+to))
		}
	}
	return lines
}

func lastOf(address string) string { return path.Base(strings.TrimSuffix(address, "/")) }

func element(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Type == html.ElementNode && n.Data == name }
}

// find is the first node that is wanted, in the order of the text.
func find(root *html.Node, wanted func(*html.Node) bool) *html.Node {
	if root == nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && wanted(n) {
			return n
		}
	}
	return nil
}

// within yields a node and what is in it.
func within(root *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		if !yield(root) {
			return
		}
		for n := range root.Descendants() {
			if !yield(n) {
				return
			}
		}
	}
}

func attribute(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
