//go:build full

package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// accepted are the licences that we may pass on with a binary, each with words
// that no other has.
var accepted = []struct {
	name  string
	words *regexp.Regexp
}{
	{"Apache-2.0", regexp.MustCompile(`Apache License,?\s+Version 2\.0`)},
	{"BSD-3-Clause", regexp.MustCompile(`(?s)Redistribution and use in source and binary forms.*(?:Neither the name|may not be used\s+to endorse|The name of the author may not)`)},
	{"BSD-2-Clause", regexp.MustCompile(`Redistribution and use in source and binary forms`)},
	{"MIT", regexp.MustCompile(`Permission is hereby granted, free of charge`)},
	{"ISC", regexp.MustCompile(`Permission to use, copy, modify, and(?:/or)? distribute this software`)},
	{"blessing", regexp.MustCompile(`May you do good and not evil`)},
}

// The text that goes with the command is that of the licences of what is in it,
// on each system; -update writes it.
func TestLicencesAreThoseOfTheBinary(t *testing.T) {
	folders := map[string]string{"std": golang(t, "env", "GOROOT")}
	for _, system := range []string{"linux", "darwin", "windows"} {
		t.Setenv("GOOS", system)
		for line := range strings.Lines(golang(t, "list", "-deps", "-f", "{{with .Module}}{{if .Version}}{{.Path}} {{.Dir}}{{end}}{{end}}", ".")) {
			if module, folder, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
				folders[module] = folder
			}
		}
	}
	var index strings.Builder
	whose := make(map[string][]string) // by text
	for _, module := range slices.Sorted(maps.Keys(folders)) {
		var names []string
		for _, file := range licenceFiles(t, folders[module]) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n"))
			whose[text] = append(whose[text], module)
			names = append(names, licencesIn(text)...)
		}
		slices.Sort(names)
		if names = slices.Compact(names); len(names) == 0 {
			t.Errorf("%s has no licence that we know", module)
		}
		fmt.Fprintf(&index, "%s: %s\n", module, strings.Join(names, " AND "))
	}
	for _, text := range slices.SortedFunc(maps.Keys(whose), func(a, b string) int {
		return cmp.Or(slices.Compare(whose[a], whose[b]), cmp.Compare(a, b))
	}) {
		fmt.Fprintf(&index, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 80), strings.Join(whose[text], ", "), text)
	}
	if *update {
		if err := os.WriteFile("licences.txt", []byte(index.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if index.String() != licences {
		t.Error("licences.txt is not what is in the command: go test -tags full ./cmd/greffe -run Licences -update")
	}
	t.Logf("%d modules, %d texts, %d KB", len(folders), len(whose), len(licences)>>10)
}

func golang(t *testing.T, arguments ...string) string {
	t.Helper()
	var problem bytes.Buffer
	command := exec.Command("go", arguments...)
	command.Stderr = &problem
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(arguments, " "), err, &problem)
	}
	return strings.TrimSpace(string(output))
}

var licenceFile = regexp.MustCompile(`(?i)^(?:licen[cs]e|copying|notice|patents)`)

func licenceFiles(t *testing.T, folder string) (files []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if licenceFile.MatchString(entry.Name()) && entry.Type().IsRegular() && !strings.Contains(entry.Name(), "LOGO") {
			files = append(files, filepath.Join(folder, entry.Name()))
		}
	}
	return files
}

// licencesIn are the names of the licences that a text holds.
func licencesIn(text string) (names []string) {
	for _, licence := range accepted {
		if licence.words.MatchString(text) && !(licence.name == "BSD-2-Clause" && slices.Contains(names, "BSD-3-Clause")) {
			names = append(names, licence.name)
		}
	}
	return names
}

// The bill of materials names each module of the binary, as Go knows it, with
// its licence.
func TestBillOfMaterials(t *testing.T) {
	greffe := binary(t)
	output, err := exec.Command(greffe, "version", "--sbom").Output()
	if err != nil {
		t.Fatal(err)
	}
	var b bill
	decoder := json.NewDecoder(bytes.NewReader(output))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b); err != nil || b.Format != "CycloneDX" {
		t.Fatalf("%v: %s", err, output)
	}
	there := make(map[string]bool)
	for _, c := range b.Components {
		there[c.Name+" "+c.Version] = true
		if len(c.Licences) != 1 || c.Version == "" || c.Name != "std" && (len(c.Hashes) != 1 || len(c.Hashes[0].Content) != 64) {
			t.Errorf("%+v", c)
		}
	}
	modules := 0
	for line := range strings.Lines(golang(t, "version", "-m", greffe)) {
		if fields := strings.Fields(line); len(fields) > 2 && fields[0] == "dep" {
			modules++
			if !there[fields[1]+" "+fields[2]] {
				t.Errorf("the bill lacks %s %s", fields[1], fields[2])
			}
		}
	}
	if modules < 20 || len(b.Components) != modules+1 {
		t.Errorf("%d components, %d modules", len(b.Components), modules)
	}
	if said := validateBill(t, output); said != "" {
		t.Error(said)
	}
	// The schema is one that says no.
	if validateBill(t, bytes.Replace(output, []byte(`"library"`), []byte(`"shelf"`), 1)) == "" {
		t.Error("a component may be a shelf")
	}
}

// billSchema is a script that reads a bill of materials on its standard input.
// Of the formats that the schema names, only those of international addresses are
// not looked at: the bill has none.
const billSchema = `
const fs = require("fs"), Ajv = require("ajv"), folder = "node_modules/@cyclonedx/cyclonedx-library/res/schema/";
const read = name => ({ ...JSON.parse(fs.readFileSync(folder + name)), $id: "http://cyclonedx.org/schema/" + name });
const ajv = new Ajv({ allErrors: true, format: "full", unknownFormats: ["idn-email", "iri-reference"] });
const valid = ["spdx", "jsf-0.82"].reduce((all, name) => all.addSchema(read(name + ".SNAPSHOT.schema.json")), ajv).compile(read("bom-1.5.SNAPSHOT.schema.json"));
if (!valid(JSON.parse(fs.readFileSync(0)))) console.log(ajv.errorsText(valid.errors, { separator: "\n" }));
`

// validateBill says in what a bill of materials does not hold to the schema of
// CycloneDX; "" if it does.
func validateBill(t *testing.T, bill []byte) string {
	t.Helper()
	node := exec.Command("node", "-e", billSchema)
	node.Dir = "testdata/checkers"
	node.Stdin = bytes.NewReader(bill)
	var problem bytes.Buffer
	node.Stderr = &problem
	said, err := node.Output()
	if err != nil {
		t.Fatalf("validating the bill: %v\n%s", err, &problem)
	}
	return string(said)
}

// The same source makes the same binary, wherever it lies.
func TestBinaryDependsOnItsSourceAlone(t *testing.T) {
	sums := make(map[[sha256.Size]byte]bool)
	for range 2 {
		source := filepath.Join(t.TempDir(), "greffe")
		copySource(t, source)
		file := filepath.Join(t.TempDir(), "greffe")
		command := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -X main.version=v1", "-o", file, "./cmd/greffe")
		command.Dir = source
		command.Env = append(os.Environ(), "CGO_ENABLED=0")
		if output, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(source)) {
			t.Errorf("the binary names %s", source)
		}
		sums[sha256.Sum256(data)] = true
	}
	if len(sums) != 1 {
		t.Error("two folders make two binaries")
	}
}

// copySource copies what the command is compiled from.
func copySource(t *testing.T, to string) {
	t.Helper()
	from := os.DirFS("../..")
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || slices.Contains([]string{"testdata", "node_modules", "content", "public", "dist"}, name) || entry.Name() == "node_modules" || entry.Name() == "testdata"):
			return fs.SkipDir
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		case strings.HasSuffix(name, "_test.go"):
			return nil
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
