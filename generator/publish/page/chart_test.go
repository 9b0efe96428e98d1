package page

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"greffe/generator/council"
	"greffe/generator/publish/data"
)

// What a chart writes, what its alternative says, how long its bars are and what
// the table beside it holds are what the open data counts.
func TestChartsAgreeWithTheData(t *testing.T) {
	councils := map[string]fs.FS{"demonstration": os.DirFS("../../../content"), "all fields": os.DirFS("testdata/council")}
	folders, _ := fs.Glob(os.DirFS("../../testdata/councils"), "*/council.yaml")
	for _, folder := range folders {
		councils[path.Dir(folder)] = os.DirFS("../../testdata/councils/" + path.Dir(folder))
	}
	for name, content := range councils {
		t.Run(name, func(t *testing.T) {
			const asOf = "2026-11-22"
			charts := chartsOf(t, making(t, siteOf(t, content, asOf), "chiffres/index.html"))
			tables := &counted{t, csvOf(t, content, asOf)}
			for id, want := range map[string][]line{
				"Chart-Attendance": tables.attendance(), "Chart-Sessions": tables.sessions(2026),
				"Chart-Opinions": tables.opinions(), "Chart-FollowUp": tables.followUp(),
			} {
				charts[id].shows(t, id, want)
			}
			drawn := 0
			for id := range charts {
				if strings.HasPrefix(id, "Chart-Parity-") {
					drawn++
					charts[id].shows(t, id, tables.parity(strings.TrimPrefix(id, "Chart-Parity-")))
				}
			}
			if bodies := tables.distinct("parity", "body_id"); drawn != len(bodies) {
				t.Errorf("%d charts of parity, %d bodies that have counts", drawn, len(bodies))
			}
		})
	}
}

func TestAChartIsReadAtAnyWidth(t *testing.T) {
	page := making(t, siteOf(t, os.DirFS("../../../content"), "2026-11-22"), "chiffres/index.html")
	charts := regexp.MustCompile(`(?s)<svg.*?</svg>`).FindAllString(page, -1)
	if len(charts) < 5 {
		t.Errorf("only %d charts", len(charts))
	}
	for _, svg := range charts {
		if strings.Contains(svg, "viewBox") || strings.Contains(svg, "style=") || strings.Contains(svg, "#fff") {
			t.Errorf("a view box would shrink its text, and the policy refuses styles: %.200s", svg)
		}
	}
}

func TestAVoteThatIsNotWhollyKnownHasNoBar(t *testing.T) {
	n := func(n int) *int { return &n }
	view := &View{publisher: &Publisher{Brief: briefFor(t, assembled(), nil)}}
	for name, vote := range map[string]*council.Vote{
		"none": nil, "no count": {Mode: "consensus"}, "abstentions unknown": {For: n(3), Against: n(0)}, "nobody": {For: n(0), Against: n(0), Abstentions: n(0)},
	} {
		if bar := view.VoteBar(vote); bar != nil {
			t.Errorf("%s: %+v", name, bar)
		}
	}
	bar := view.VoteBar(&council.Vote{For: n(6), Against: n(3), Abstentions: n(3)})
	want := []Section{{"currentColor", "0", "50"}, {"url(#Chart-Vote-hatched)", "50", "25"}, {"url(#Chart-Vote-dotted)", "75", "25"}}
	if !slices.Equal(bar.Bars[0].Parts, want) || len(bar.Keys) != 3 {
		t.Errorf("%+v", bar)
	}
}

// A line is what a chart shows of one thing: the numbers in its value, those of
// its bar, and the cells of the table that say the same. "" for a label is any.
type line struct {
	label   string
	numbers []int
	parts   []int
}

type drawn struct {
	alternative string
	labels      []string
	values      []string
	widths      [][]float64
	table       [][]string
}

func (d *drawn) shows(t *testing.T, id string, want []line) {
	t.Helper()
	if d == nil {
		if len(want) > 0 {
			t.Errorf("%s: no chart of %v", id, want)
		}
		return
	}
	if len(d.labels) != len(want) {
		t.Fatalf("%s: %d lines %v, want %d: %v", id, len(d.labels), d.labels, len(want), want)
	}
	longest := 0
	for _, line := range want {
		longest = max(longest, sum(line.parts))
	}
	for i, line := range want {
		if line.label != "" && line.label != d.labels[i] {
			t.Errorf("%s: line %d is %q, want %q", id, i, d.labels[i], line.label)
		}
		if got := numbers(d.values[i]); !slices.Equal(got, line.numbers) {
			t.Errorf("%s, %s: it writes %v, the data has %v", id, d.labels[i], got, line.numbers)
		}
		if said := d.labels[i] + " : " + d.values[i]; !strings.Contains(d.alternative, said) {
			t.Errorf("%s: its alternative does not say %q: %s", id, said, d.alternative)
		}
		whole := longest
		if strings.HasPrefix(id, "Chart-Parity-") {
			whole = sum(line.parts)
		}
		var wide []float64
		for _, n := range line.parts {
			if n > 0 {
				wide = append(wide, float64(n)*100/float64(whole))
			}
		}
		if !slices.EqualFunc(wide, d.widths[i], func(a, b float64) bool { return math.Abs(a-b) < .01 }) {
			t.Errorf("%s, %s: its bar is %v, the data asks for %v", id, d.labels[i], d.widths[i], wide)
		}
		if !slices.ContainsFunc(d.table, func(row []string) bool { return row[0] == d.labels[i] && holds(row, line.parts, line.numbers) }) {
			t.Errorf("%s, %s: no row of the table has %v", id, d.labels[i], line)
		}
	}
}

// holds tells whether a row has the numbers: as its bar parts them, or as its
// value writes them.
func holds(row []string, parts, written []int) bool {
	var cells []int
	for _, cell := range row[1:] {
		if n, err := strconv.Atoi(cell); err == nil {
			cells = append(cells, n)
		}
	}
	all := func(of []int) bool {
		return !slices.ContainsFunc(of, func(n int) bool { return n != 0 && !slices.Contains(cells, n) })
	}
	return all(parts) || all(written)
}

func sum(of []int) int {
	total := 0
	for _, n := range of {
		total += n
	}
	return total
}

var digitsIn = regexp.MustCompile(`[0-9]+`)

func numbers(text string) []int {
	var found []int
	for _, digits := range digitsIn.FindAllString(text, -1) {
		n, _ := strconv.Atoi(digits)
		found = append(found, n)
	}
	return found
}

// chartsOf reads the charts of a page, each with the table after it.
func chartsOf(t *testing.T, page string) map[string]*drawn {
	t.Helper()
	root, err := html.Parse(strings.NewReader(plain(page)))
	if err != nil {
		t.Fatal(err)
	}
	charts := make(map[string]*drawn)
	var last *drawn
	for n := range root.Descendants() {
		switch {
		case n.Data == "svg" && attribute(n, "role") == "img":
			last = new(drawn)
			charts[attribute(n, "aria-labelledby")] = last
		case last == nil || n.Type != html.ElementNode:
		case n.Data == "desc":
			last.alternative = textOf(n)
		case n.Data == "tspan" && attribute(n, "class") == "label":
			last.labels = append(last.labels, textOf(n))
			last.widths = append(last.widths, nil)
		case n.Data == "tspan":
			last.values = append(last.values, textOf(n))
		case n.Data == "rect" && attribute(n, "x") != "":
			width, _ := strconv.ParseFloat(strings.TrimSuffix(attribute(n, "width"), "%"), 64)
			last.widths[len(last.widths)-1] = append(last.widths[len(last.widths)-1], width)
		case n.Data == "tr":
			var row []string
			for cell := range n.ChildNodes() {
				row = append(row, textOf(cell))
			}
			last.table = append(last.table, row)
		}
	}
	return charts
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for inside := range n.Descendants() {
		if inside.Type == html.TextNode {
			b.WriteString(inside.Data)
		}
	}
	return b.String()
}

// counted counts what the tables of the open data hold.
type counted struct {
	*testing.T
	tables map[string][]map[string]string
}

func csvOf(t *testing.T, content fs.FS, asOf string) map[string][]map[string]string {
	t.Helper()
	brief := briefOf(t, content, asOf)
	tables := make(map[string][]map[string]string)
	for _, file := range data.CSV(brief) {
		var text bytes.Buffer
		if err := file.Make(&text, brief.Council); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&text).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(path.Base(file.Path), ".csv")
		for _, record := range records[1:] {
			row := make(map[string]string)
			for i, column := range records[0] {
				row[column] = record[i]
			}
			tables[name] = append(tables[name], row)
		}
	}
	return tables
}

// years counts the rows that are wanted by the year in a column, the latest
// first, years without any among them.
func (c *counted) years(table, date string, wanted func(row map[string]string) bool) (years []string, counts map[string]int) {
	counts = make(map[string]int)
	for _, row := range c.tables[table] {
		if len(row[date]) >= 4 {
			if year := row[date][:4]; wanted(row) {
				counts[year]++
			} else {
				counts[year] += 0
			}
		}
	}
	for year := range counts {
		years = append(years, year)
	}
	slices.Sort(years)
	slices.Reverse(years)
	return years, counts
}

func (c *counted) distinct(table, column string) map[string]bool {
	values := make(map[string]bool)
	for _, row := range c.tables[table] {
		values[row[column]] = true
	}
	return values
}

func (c *counted) attendance() []line {
	held := func(row map[string]string) bool { return row["status"] == "held" }
	years, counts := c.years("sessions", "start_local", held)
	_, took := c.years("attendance", "session_start_local", func(row map[string]string) bool {
		return row["presence"] == "present" || row["presence"] == "remote" || row["presence"] == "represented"
	})
	_, known := c.years("attendance", "session_start_local", func(row map[string]string) bool { return row["presence"] != "not-recorded" })
	var lines []line
	for _, year := range years {
		if counts[year] == 0 {
			continue
		}
		if _, recorded := known[year]; !recorded {
			lines = append(lines, line{label: year})
			continue
		}
		lines = append(lines, line{year, []int{took[year], known[year]}, []int{took[year], known[year] - took[year]}})
	}
	return lines
}

func (c *counted) sessions(asOf int) []line {
	var lines []line
	years, held := c.years("sessions", "start_local", func(row map[string]string) bool { return row["status"] == "held" })
	for _, year := range years {
		if n, _ := strconv.Atoi(year); n <= asOf {
			lines = append(lines, line{year, []int{held[year]}, []int{held[year]}})
		}
	}
	return lines
}

func (c *counted) opinions() []line {
	var lines []line
	years, adopted := c.years("opinions", "adopted_on", func(row map[string]string) bool { return row["status"] == "adopted" })
	_, superseded := c.years("opinions", "adopted_on", func(row map[string]string) bool { return row["status"] == "superseded" })
	for _, year := range years {
		lines = append(lines, line{year, []int{adopted[year] + superseded[year]}, []int{adopted[year], superseded[year]}})
	}
	return lines
}

func (c *counted) followUp() []line {
	counts, total := make(map[string]int), 0
	for _, row := range c.tables["recommendations"] {
		if row["followed"] == "true" {
			counts[row["state"]]++
			total++
		}
	}
	var lines []line
	for _, word := range council.Proposed.Words() {
		if total > 0 {
			lines = append(lines, line{"", []int{counts[word]}, []int{counts[word]}})
		}
	}
	return lines
}

func (c *counted) parity(body string) []line {
	var lines []line
	for _, row := range c.tables["parity"] {
		if row["body_id"] != body {
			continue
		}
		var parts []int
		for _, column := range []string{"women", "men", "other"} {
			n, err := strconv.Atoi(row[column])
			if err != nil && row[column] != "" {
				c.Fatal(fmt.Errorf("parity.%s: %w", column, err))
			}
			parts = append(parts, n)
		}
		written := parts
		if parts[2] == 0 {
			written = parts[:2]
		}
		lines = append(lines, line{"", written, parts})
	}
	return lines
}
