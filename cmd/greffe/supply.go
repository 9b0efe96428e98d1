package main

import (
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"io"
	"runtime/debug"
	"strings"
)

// licences are the names and the texts of the licences of all that is compiled
// into the command, which bid that they go with it. It begins with a line
// "module: licence" for each module; TestLicencesAreThoseOfTheBinary writes it.
//
//go:embed licences.txt
var licences string

// A bill of materials as CycloneDX 1.5 has it, of what this very binary holds.
type (
	bill struct {
		Format     string       `json:"bomFormat"`
		Spec       string       `json:"specVersion"`
		Version    int          `json:"version"`
		Metadata   billMetadata `json:"metadata"`
		Components []component  `json:"components"`
	}
	billMetadata struct {
		Component component `json:"component"`
	}
	component struct {
		Type     string        `json:"type"`
		Ref      string        `json:"bom-ref"`
		Name     string        `json:"name"`
		Version  string        `json:"version,omitempty"`
		PURL     string        `json:"purl,omitempty"`
		Hashes   []moduleHash  `json:"hashes,omitempty"`
		Licences []licenceName `json:"licenses,omitempty"`
	}
	moduleHash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
	licenceName struct {
		Expression string `json:"expression"`
	}
)

// writeBill writes the bill of materials. The hash of a module is the one that
// go.sum holds (golang.org/x/mod/sumdb/dirhash), in hexadecimal digits.
func writeBill(w io.Writer) error {
	known := make(map[string]string)
	index, _, _ := strings.Cut(licences, "\n\n")
	for line := range strings.Lines(index) {
		if module, licence, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			known[module] = licence
		}
	}
	library := func(module, version, sum string) component {
		c := component{Type: "library", Name: module, Version: version, PURL: "pkg:golang/" + module + "@" + version}
		c.Ref = c.PURL
		if hash, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sum, "h1:")); err == nil && sum != "" {
			c.Hashes = []moduleHash{{"SHA-256", hex.EncodeToString(hash)}}
		}
		if licence := known[module]; licence != "" {
			c.Licences = []licenceName{{licence}}
		}
		return c
	}
	b := bill{Format: "CycloneDX", Spec: "1.5", Version: 1, Metadata: billMetadata{component{Type: "application", Ref: "greffe", Name: "greffe", Version: versionName()}}}
	if info, ok := debug.ReadBuildInfo(); ok {
		b.Components = append(b.Components, library("std", strings.TrimPrefix(info.GoVersion, "go"), ""))
		for _, module := range info.Deps {
			if module.Replace != nil {
				module = module.Replace
			}
			b.Components = append(b.Components, library(module.Path, module.Version, module.Sum))
		}
	}
	return encodeJSON(w, b)
}
