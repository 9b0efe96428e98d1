package draft

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/words"
)

// Members drafts a document for each line of a table of members: CSV with
// commas or semicolons, in UTF-8. Its first line names the columns, by the keys
// of a member and of a mandate ("name", "body", "start") or by their titles in
// the catalogue's language.
//
// All that is wrong is told at once, by the lines and the columns of the table;
// then no file is returned.
func Members(c *council.Council, w *words.Catalogue, file string, text []byte) ([]File, diagnostic.List) {
	t := &table{council: c, words: w, file: file, ids: make(map[string]int)}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if !utf8.Valid(text) {
		t.report(1, 1, "not-utf8", "save-as-utf8", nil)
		return nil, t.found
	}
	t.lines = strings.Split(string(text), "\n")
	reader := csv.NewReader(bytes.NewReader(text))
	reader.FieldsPerRecord = -1
	if strings.Count(t.lines[0], ";") > strings.Count(t.lines[0], ",") {
		reader.Comma = ';'
	}
	var files []File
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.broken(err)
			break
		}
		t.at = func(i int) (int, int) { return t.place(reader.FieldPos(i)) }
		switch {
		case t.columns == nil:
			t.head(record)
		case strings.TrimSpace(strings.Join(record, "")) != "":
			files = append(files, t.member(record)...)
		}
	}
	if t.columns == nil && len(t.found) == 0 {
		t.report(1, 1, "table-without-column", "table-columns", diagnostic.Args{"key": "name", "known": known()})
	}
	t.found.Sort()
	if t.found.HasErrors() {
		return nil, t.found
	}
	return files, t.found
}

// A table is a CSV file on its way to be members.
type table struct {
	council *council.Council
	words   *words.Catalogue
	file    string
	lines   []string
	columns []*column
	ids     map[string]int // the line of each id
	at      func(column int) (line, col int)
	found   diagnostic.List
}

// A column is a field of a member, or of the mandate that a line gives.
type column struct {
	path string // "name", "mandates.body"
	*council.Field
}

// columns are those that a table may have: what one cell can hold.
func columns() []*column {
	var all []*column
	for _, field := range council.SchemaOf(new(council.Member)).Fields {
		if field.Kind != council.KindMapping && !field.List && !strings.HasPrefix(field.Owner, "entry.") {
			all = append(all, &column{field.Key, field})
		}
	}
	for _, field := range council.SchemaOf(new(council.Mandate)).Fields {
		all = append(all, &column{"mandates." + field.Key, field})
	}
	return all
}

func known() string {
	var keys []string
	for _, c := range columns() {
		keys = append(keys, c.Key)
	}
	return strings.Join(keys, ", ")
}

// head reads the names of the columns.
func (t *table) head(record []string) {
	all := columns()
	t.columns = make([]*column, len(record))
	var seen []string
	for i, name := range record {
		line, col := t.at(i)
		name = strings.TrimSpace(name)
		j := slices.IndexFunc(all, func(c *column) bool {
			return c.Key == name || council.Fold(t.words.Say("fields."+c.Owner+".title")) == council.Fold(name)
		})
		switch {
		case j < 0 && name != "":
			args := diagnostic.Args{"key": name, "known": known(), "suggestion": diagnostic.Nearest(name, strings.Split(known(), ", "))}
			hint := "did-you-mean"
			if args["suggestion"] == "" {
				hint = "table-columns"
			}
			t.report(line, col, "unknown-column", hint, args)
		case j < 0:
		case slices.Contains(seen, all[j].path):
			t.report(line, col, "duplicate-key", "", diagnostic.Args{"key": name})
		default:
			t.columns[i] = all[j]
			seen = append(seen, all[j].path)
		}
	}
	if !slices.Contains(seen, "name") {
		t.report(1, 1, "table-without-column", "table-columns", diagnostic.Args{"key": "name", "known": known()})
	}
}

// member drafts the document of one line.
func (t *table) member(record []string) []File {
	values, where := make(map[string]string), make(map[string]int)
	for i, text := range record {
		text = strings.TrimSpace(text)
		if i >= len(t.columns) {
			if text != "" {
				line, col := t.at(i)
				t.report(line, col, "cell-without-column", "", diagnostic.Args{"value": text})
			}
			continue
		}
		column := t.columns[i]
		if column == nil || text == "" {
			continue
		}
		values[column.path], where[column.path] = text, i
		t.check(i, column, text)
	}
	line, col := t.at(0)
	name := values["name"]
	if name == "" {
		t.report(line, col, "missing-key", "", diagnostic.Args{"key": "name", "field": "member.name"})
		return nil
	}
	line, col = t.at(where["name"])
	id := council.Slug(name)
	file := File{Name: "members/" + id + ".md"}
	switch taken := Taken(t.council, file); {
	case !council.IsID(id):
		t.report(line, col, "bad-id", "id-form", diagnostic.Args{"value": name})
	case t.ids[id] != 0:
		t.report(line, col, "member-twice", "homonym", diagnostic.Args{"name": name, "line": strconv.Itoa(t.ids[id])})
	case taken != "":
		t.report(line, col, "member-known", "homonym", diagnostic.Args{"name": name, "other": taken})
	}
	t.ids[id] = line
	t.mandate(values, where)
	h := &header{council: t.council, words: t.words, values: values, blocks: make(map[string]string)}
	file.Text = h.document(new(council.Member), "")
	return []File{file}
}

// mandate checks what only the whole line can show.
func (t *table) mandate(values map[string]string, where map[string]int) {
	if values["mandates.body"] == "" {
		for _, column := range columns() {
			if path := column.path; strings.HasPrefix(path, "mandates.") && values[path] != "" {
				line, col := t.at(where[path])
				t.report(line, col, "mandate-without-body", "table-body", diagnostic.Args{"key": column.Key})
				return
			}
		}
		return
	}
	var start, end council.Date
	if start.Set(values["mandates.start"]) == nil && end.Set(values["mandates.end"]) == nil && end.Before(start) {
		line, col := t.at(where["mandates.end"])
		t.report(line, col, "end-before-start", "", diagnostic.Args{"start": start.String(), "end": end.String()})
	}
}

// check tells whether a cell may stand behind its key, as the reader would.
func (t *table) check(i int, column *column, text string) {
	line, col := t.at(i)
	args := diagnostic.Args{"key": column.Key, "value": text, "field": column.Owner}
	if column.Private {
		args["value"] = "•••"
	}
	suggest := func(rule, hint string, known []string) {
		args["known"], args["suggestion"] = strings.Join(known, ", "), diagnostic.Nearest(text, known)
		if args["suggestion"] != "" {
			hint = "did-you-mean"
		}
		t.report(line, col, rule, hint, args)
	}
	switch column.Kind {
	case council.KindText, council.KindPerson:
		if !column.Private && strings.ContainsAny(text[:1], "=@") {
			t.report(line, col, "formula", "formula", args)
		}
	case council.KindScalar:
		var invalid *council.Invalid
		if err := reflect.New(column.Type).Interface().(council.Setter).Set(text); errors.As(err, &invalid) {
			if column.Private {
				invalid = invalid.Concealed()
			}
			maps.Copy(args, invalid.Args)
			t.report(line, col, invalid.Rule, invalid.Hint, args)
		}
	case council.KindWord:
		if !slices.Contains(column.Words, text) {
			suggest("unknown-word", "known-words", column.Words)
		}
	case council.KindReference:
		if ids := t.council.IDs(column.Refs); !slices.Contains(ids, text) {
			args["id"] = text
			suggest("dangling-reference", "known-ids", ids)
		}
	case council.KindInteger:
		if n, err := strconv.Atoi(text); err != nil || n < 0 {
			t.report(line, col, "bad-integer", "", args)
		}
	case council.KindBoolean:
		if text != "true" && text != "false" {
			t.report(line, col, "bad-boolean", "boolean-form", args)
		}
	}
}

// broken tells where the table can no longer be read.
func (t *table) broken(err error) {
	var syntax *csv.ParseError
	if !errors.As(err, &syntax) {
		t.report(1, 1, "unreadable-table", "table-quotes", diagnostic.Args{"detail": fmt.Sprint(err)})
		return
	}
	line, col := t.place(syntax.Line, syntax.Column)
	t.report(line, col, "unreadable-table", "table-quotes", diagnostic.Args{"detail": fmt.Sprint(syntax.Err)})
}

// place turns the bytes that the CSV package counts into characters.
func (t *table) place(line, column int) (int, int) {
	text := t.lines[min(max(line, 1), len(t.lines))-1]
	return line, utf8.RuneCountInString(text[:min(max(column-1, 0), len(text))]) + 1
}

func (t *table) report(line, column int, rule, hint string, args diagnostic.Args) {
	t.found.Add(diagnostic.Diagnostic{
		Position: diagnostic.Position{File: t.file, Line: line, Column: column},
		Severity: diagnostic.Error, Rule: rule, Hint: hint, Args: args,
	})
}
