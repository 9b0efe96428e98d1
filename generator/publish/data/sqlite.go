package data

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"greffe/generator/council"
	"greffe/generator/site"
)

// SQLite is all the tables as data/v1/council.sqlite, for questions that join
// several of them. Lists are texts as in CSV; a boolean is 0 or 1; the tables
// "about" and "dictionary" say what the database is and what its columns mean.
//
// The file is as a reader over HTTP wants it: pages of 1 KiB, nothing unused
// between them, and an index under every foreign key.
//
// Library: modernc.org/sqlite, SQLite itself in pure Go. It can only write to a
// disk, so the database is made in the system's folder for temporary files.
func SQLite(b *site.Brief) []site.File {
	return []site.File{{
		Path:      folder + "council.sqlite",
		MediaType: "application/vnd.sqlite3",
		Make:      func(w io.Writer, c *council.Council) error { return writeDatabase(w, c, b) },
	}}
}

func writeDatabase(w io.Writer, c *council.Council, b *site.Brief) (err error) {
	place, err := os.MkdirTemp("", "greffe-sqlite-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(place)
	name := filepath.Join(place, "council.sqlite")
	if err := fillDatabase(name, c, b); err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if memory, ok := w.(interface{ Grow(int) }); ok {
		memory.Grow(int(info.Size())) // at once: doubling would take twice as much
	}
	_, err = io.Copy(w, file)
	return err
}

// beginning is what the first page says. Nobody reads the file before it is
// whole, so no journal is kept, and nothing waits for the disk.
const beginning = `
PRAGMA page_size = 1024;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
PRAGMA encoding = 'UTF-8';
PRAGMA application_id = 0x67726566;
PRAGMA user_version = ` + Version + `;
BEGIN;
CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE dictionary (
	table_name TEXT NOT NULL, column_name TEXT NOT NULL, language TEXT NOT NULL, type TEXT NOT NULL,
	title TEXT NOT NULL, description TEXT NOT NULL, PRIMARY KEY (table_name, column_name, language)
) STRICT, WITHOUT ROWID;
`

func fillDatabase(name string, c *council.Council, b *site.Brief) (err error) {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	ctx := context.Background()
	d := &database{ctx: ctx}
	if d.Conn, err = db.Conn(ctx); err != nil { // one, for what the pragmas say
		return err
	}
	defer d.Close()
	d.run(beginning)
	d.about(c, b)
	for _, table := range Tables() {
		d.table(table, look(c, b))
	}
	for _, table := range Tables() {
		d.describe(table, b)
	}
	d.run("COMMIT; VACUUM;")
	return d.err
}

// A database is one being filled; after an error it does nothing more.
type database struct {
	*sql.Conn
	ctx context.Context
	err error
}

func (d *database) run(statements string, values ...any) {
	if d.err == nil {
		if _, err := d.ExecContext(d.ctx, statements, values...); err != nil {
			d.err = fmt.Errorf("council.sqlite: %w", err)
		}
	}
}

func (d *database) about(c *council.Council, b *site.Brief) {
	says := []saying{
		{"title", b.Words.Say("package.title", "council", c.Settings.Name)},
		{"description", b.Words.Say("package.description", "council", c.Settings.Name)},
		{"publisher", c.Settings.Name},
		{"source", addressOf(b, "council.sqlite")},
		{"version", Version},
		{"modified", lastModified(c).String()},
	}
	if licence := licenceOf(c, b.Words); licence != nil {
		says = append(says, saying{"licence", licence.Path})
	}
	for _, say := range says {
		d.run("INSERT INTO about VALUES (?, ?)", say.name, say.value)
	}
}

func (d *database) describe(t *Table, b *site.Brief) {
	const row = "INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?)"
	for _, w := range b.Languages {
		d.run(row, t.Name, "", w.Language, "table", t.Title(w), t.Description(w))
		for _, column := range t.Columns {
			d.run(row, t.Name, column.Name, w.Language, column.Type.String(), column.Title(w), column.Description(w))
		}
	}
}

func (d *database) table(t *Table, v *view) {
	d.run(t.createTable())
	if d.err != nil {
		return
	}
	places := strings.TrimSuffix(strings.Repeat("?, ", len(t.Columns)), ", ")
	insert, err := d.PrepareContext(d.ctx, "INSERT INTO "+quoted(t.Name)+" VALUES ("+places+")")
	if err != nil {
		d.err = fmt.Errorf("council.sqlite: %w", err)
		return
	}
	defer insert.Close()
	values := make([]any, len(t.Columns))
	t.each(v, func(cells []Cell) bool {
		for i := range cells {
			values[i] = cells[i].sqlite(t.Columns[i])
		}
		_, err = insert.ExecContext(d.ctx, values...)
		return err == nil
	})
	if err != nil {
		d.err = fmt.Errorf("council.sqlite, table %s: %w", t.Name, err)
		return
	}
	for _, column := range t.Columns {
		if column.Refers != "" {
			d.run("CREATE INDEX " + quoted(t.Name+"_"+column.Name) + " ON " + quoted(t.Name) + " (" + quoted(column.Name) + ")")
		}
	}
}

// createTable declares the columns, with the constraints that the words say.
func (t *Table) createTable() string {
	var lines []string
	for _, column := range t.Columns {
		line := quoted(column.Name) + " " + map[Type]string{Integer: "INTEGER", Boolean: "INTEGER", Number: "REAL"}[column.Type]
		if strings.HasSuffix(line, " ") {
			line += "TEXT"
		}
		if column.Name == "id" {
			line += " PRIMARY KEY"
		}
		if column.Required {
			line += " NOT NULL"
		}
		if column.Type == Boolean {
			line += " CHECK (" + quoted(column.Name) + " IN (0, 1))"
		}
		if column.Refers != "" {
			line += " REFERENCES " + quoted(column.Refers) + " (id)"
		}
		lines = append(lines, line)
	}
	return "CREATE TABLE " + quoted(t.Name) + " (\n\t" + strings.Join(lines, ",\n\t") + "\n) STRICT"
}

// quoted is a name that may be a word of SQL, such as "on".
func quoted(name string) string { return `"` + name + `"` }

func (c *Cell) sqlite(column *Column) any {
	switch c.holds {
	case aText:
		return c.text
	case aNumber:
		if column.Type == Integer {
			return int64(c.number)
		}
		return c.number
	case aBoolean:
		return int64(c.number)
	case aList:
		if len(c.list) > 0 {
			return strings.Join(c.list, ";")
		}
	}
	return nil
}
