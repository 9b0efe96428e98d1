// Package former reads what was published before: the tables of a data/v1
// folder, which a later publication is compared with.
//
// It knows their names, their ids and their addresses, and can tell whether a
// row still says the same. What a row means is not its business, so that it
// reads tables that are no more, and columns that were not there yet.
package former

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A Publication is a folder of tables as it was published. One that is nil has
// no table.
type Publication struct {
	folder  fs.FS
	base    string // the address of the site then, without a slash at its end
	entries []Entry
}

// An Entry is an entity that bore an id, and lay at an address if it had a page.
type Entry struct {
	Table string
	ID    string
	Page  string // under the address of the site: "/avis/2024-01/", "" if none
	Now   string // of a former id: the one that the document bore then
	Start string // of a session: when it was to meet, local time
}

// lasting are the tables whose ids people and programs keep: those of the
// entities that have a page, or a place on one.
var lasting = []string{
	"members", "sessions", "workshops", "opinions", "recommendations", "news", "documents", "pages",
	"organisations", "bodies", "themes", "axes", "series",
}

// Open reads the ids of a publication. A folder without any table is none.
func Open(folder fs.FS) (*Publication, error) {
	tables, err := fs.Glob(folder, "*.csv")
	if err != nil || len(tables) == 0 {
		return nil, err
	}
	p := &Publication{folder: folder}
	if err := p.each("council", func(cell func(string) string) {
		p.base = strings.TrimRight(cell("base_url"), "/")
	}); err != nil {
		return nil, err
	}
	for _, table := range lasting {
		if err := p.each(table, func(cell func(string) string) {
			page, _ := strings.CutPrefix(cell("url"), p.base)
			if !strings.HasPrefix(page, "/") {
				page = ""
			}
			p.entries = append(p.entries, Entry{Table: table, ID: cell("id"), Page: page, Start: cell("start_local")})
		}); err != nil {
			return nil, err
		}
	}
	err = p.each("redirects", func(cell func(string) string) {
		p.entries = append(p.entries, Entry{Table: cell("collection"), ID: cell("former_id"), Now: cell("document_id")})
	})
	return p, err
}

// Entries are the entities that were published.
func (p *Publication) Entries() []Entry {
	if p == nil {
		return nil
	}
	return p.entries
}

// Verify reads everything: a folder that was fetched by halves would make
// what is missing look new.
func (p *Publication) Verify() error {
	if p == nil {
		return nil
	}
	if err := p.verifySums(); err != nil {
		return err
	}
	tables, err := fs.Glob(p.folder, "*.csv")
	if err != nil {
		return err
	}
	for _, file := range tables {
		if err := p.each(strings.TrimSuffix(file, ".csv"), func(func(string) string) {}); err != nil {
			return err
		}
	}
	return nil
}

// verifySums compares the tables with the sums that were published with them,
// if these are there.
func (p *Publication) verifySums() error {
	sums, err := p.folder.Open("SHA256SUMS")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer sums.Close()
	lines := bufio.NewScanner(sums)
	for lines.Scan() {
		want, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok || path.Ext(name) != ".csv" {
			continue
		}
		file, err := p.folder.Open(name)
		if err != nil {
			return err
		}
		digest := sha256.New()
		_, err = io.Copy(digest, file)
		file.Close()
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		if got := hex.EncodeToString(digest.Sum(nil)); got != want {
			return fmt.Errorf("%s: SHA-256 %s, SHA256SUMS: %s", name, got, want)
		}
	}
	return lines.Err()
}

// A Digest stands for what a row says.
type Digest [16]byte

// DigestOf is that of some cells. A line end is one, however it is written: a
// reader of CSV cannot tell.
func DigestOf(cells []string) Digest {
	hash := sha256.New()
	var length [8]byte
	for _, cell := range cells {
		cell = strings.ReplaceAll(cell, "\r\n", "\n")
		binary.LittleEndian.PutUint64(length[:], uint64(len(cell)))
		hash.Write(length[:])
		io.WriteString(hash, cell)
	}
	return Digest(hash.Sum(nil))
}

// A Row is what a table said under an id.
type Row struct {
	Digest        Digest
	URL, Modified string
}

// Table reads a table: its rows by id, digested over those of the columns that
// it had. A table that is not there has no row.
func (p *Publication) Table(name string, columns []string) (common []string, rows map[string]Row, err error) {
	if p == nil {
		return nil, nil, nil
	}
	header, err := p.header(name)
	if err != nil {
		return nil, nil, err
	}
	for _, column := range columns {
		if slices.Contains(header, column) {
			common = append(common, column)
		}
	}
	rows = make(map[string]Row)
	cells := make([]string, len(common))
	err = p.each(name, func(cell func(string) string) {
		for i, column := range common {
			cells[i] = cell(column)
		}
		rows[cell("id")] = Row{DigestOf(cells), cell("url"), cell("modified")}
	})
	return common, rows, err
}

func (p *Publication) header(table string) ([]string, error) {
	file, err := p.folder.Open(table + ".csv")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	header, err := csv.NewReader(file).Read()
	if err != nil {
		return nil, fmt.Errorf("reading %s.csv: %w", table, err)
	}
	return header, nil
}

// each visits the rows of a table, whose cells are found by their column; a
// column that is not there is empty.
func (p *Publication) each(table string, visit func(cell func(column string) string)) error {
	file, err := p.folder.Open(table + ".csv")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	reader := csv.NewReader(bufio.NewReaderSize(file, 64<<10))
	reader.ReuseRecord = true
	header, err := reader.Read()
	if err != nil {
		return fmt.Errorf("reading %s.csv: %w", table, err)
	}
	place := make(map[string]int, len(header))
	for i, column := range header {
		place[column] = i
	}
	if _, ok := place["id"]; !ok {
		return fmt.Errorf("%s.csv has no column id", table)
	}
	var record []string
	cell := func(column string) string {
		if i, ok := place[column]; ok {
			return record[i]
		}
		return ""
	}
	for {
		record, err = reader.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s.csv: %w", table, err)
		}
		visit(cell)
	}
}
