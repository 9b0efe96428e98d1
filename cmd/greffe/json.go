package main

import (
	"encoding/json"
	"io"
)

// writeJSON prints one object, for a program and for whoever reads it.
func (a *app) writeJSON(value any) error { return encodeJSON(a.stdout, value) }

func encodeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
