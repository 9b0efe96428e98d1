package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
)

// An SVG is a program that may draw. What is published is written anew from a
// list of elements that only do that: what runs, moves or asks for anything is
// refused, and what programs leave behind for themselves (the name of the file
// on its maker's disk) is dropped.

const (
	svgNamespace = "http://www.w3.org/2000/svg"
	MaxSVG       = 1 << 20 // bytes
	maxSVGDepth  = 64
	maxSVGTokens = 100_000
	// drawnWidth is how wide a drawing is that does not say it, in pixels.
	drawnWidth = 960
)

// drawing are the elements that draw, by whether text stands in them.
var drawing = map[string]bool{
	"svg": false, "g": false, "defs": false, "symbol": false, "use": false, "switch": false,
	"path": false, "rect": false, "circle": false, "ellipse": false, "line": false, "polyline": false, "polygon": false,
	"text": true, "tspan": true, "textPath": true, "title": true, "desc": true, "style": true,
	"linearGradient": false, "radialGradient": false, "stop": false, "pattern": false,
	"clipPath": false, "mask": false, "marker": false, "filter": false,
	"feBlend": false, "feColorMatrix": false, "feComponentTransfer": false, "feComposite": false, "feConvolveMatrix": false,
	"feDiffuseLighting": false, "feDisplacementMap": false, "feDistantLight": false, "feDropShadow": false, "feFlood": false,
	"feFuncA": false, "feFuncB": false, "feFuncG": false, "feFuncR": false, "feGaussianBlur": false, "feMerge": false,
	"feMergeNode": false, "feMorphology": false, "feOffset": false, "fePointLight": false, "feSpecularLighting": false,
	"feSpotLight": false, "feTile": false, "feTurbulence": false,
}

// acting are the elements that run, move, or show what another file holds. They
// are refused wherever they stand, in any namespace.
var acting = map[string]bool{
	"script": true, "handler": true, "listener": true, "foreignobject": true,
	"animate": true, "animatecolor": true, "animatemotion": true, "animatetransform": true, "set": true, "discard": true, "mpath": true,
	"image": true, "feimage": true, "a": true, "iframe": true, "embed": true, "object": true, "audio": true, "video": true, "canvas": true, "link": true, "meta": true, "base": true,
}

// An activeError names what in an SVG does more than draw.
type activeError struct{ what string }

func (e *activeError) Error() string { return "the drawing has " + e.what }

func looksLikeDrawing(text []byte) bool {
	start := text[:min(len(text), 4096)]
	return bytes.Contains(start, []byte("<svg")) || bytes.Contains(start, []byte(":svg")) || bytes.Contains(start, []byte(svgNamespace))
}

func lookAtDrawing(text []byte) Facts {
	if len(text) > MaxSVG {
		return Facts{Flaw: TooLarge}
	}
	_, size, err := cleanSVG(text)
	var active *activeError
	switch {
	case errors.As(err, &active):
		return Facts{Flaw: Active, What: active.what}
	case err != nil:
		return Facts{Flaw: Unreadable}
	}
	return Facts{Format: SVG, Width: size.width, Height: size.height, Sum: sumOf(text), turned: 1}
}

type svgSize struct{ width, height int }

// cleanSVG writes a drawing anew.
func cleanSVG(text []byte) ([]byte, svgSize, error) {
	w := &svgWriter{decoder: xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))}
	for range maxSVGTokens {
		token, err := w.decoder.RawToken()
		if err == io.EOF {
			if !w.rooted || len(w.open) > 0 {
				return nil, w.size, errShort
			}
			return w.out.Bytes(), w.size, nil
		}
		if err == nil {
			err = w.take(token)
		}
		if err != nil {
			return nil, w.size, err
		}
	}
	return nil, w.size, errors.New("the drawing has too many parts")
}

type svgWriter struct {
	decoder *xml.Decoder
	out     bytes.Buffer
	prefix  string // of SVG's own elements
	open    []string
	skip    int // how many of the open elements, from the last, are left out
	rooted  bool
	size    svgSize
	style   []byte // of the style element that is open: its pieces are one text
}

func (w *svgWriter) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.ProcInst:
		if t.Target != "xml" {
			return &activeError{"<?" + t.Target + "?>"}
		}
	case xml.Directive:
		if bytes.ContainsAny(t, "[") || bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
			return &activeError{"<!ENTITY>"}
		}
	case xml.StartElement:
		return w.start(t)
	case xml.EndElement:
		return w.end(t)
	case xml.CharData:
		return w.characters(t)
	}
	return nil // a comment is left out
}

func (w *svgWriter) start(t xml.StartElement) error {
	if acting[strings.ToLower(t.Name.Local)] {
		return &activeError{"<" + t.Name.Local + ">"}
	}
	name := qualified(t.Name)
	switch {
	case len(w.open) >= maxSVGDepth:
		return errors.New("the drawing is too deep")
	case len(w.open) == 0:
		if w.rooted || t.Name.Local != "svg" {
			return errShort
		}
		w.rooted, w.prefix = true, t.Name.Space
		w.size = drawnSize(t.Attr)
	case w.open[len(w.open)-1] == qualified(xml.Name{Space: w.prefix, Local: "style"}): // it would part the style's text
		return &activeError{"<style><" + t.Name.Local + ">"}
	}
	w.open = append(w.open, name)
	if _, draws := drawing[t.Name.Local]; w.skip > 0 || !draws || t.Name.Space != w.prefix {
		w.skip++
	}
	kept, err := svgAttributes(t.Attr) // those of what is left out are looked at too
	if err != nil || w.skip > 0 {
		return err
	}
	w.out.WriteString("<" + t.Name.Local)
	if len(w.open) == 1 {
		w.out.WriteString(` xmlns="` + svgNamespace + `"`)
	}
	for _, a := range kept {
		w.out.WriteString(" " + a.Name.Local + `="`)
		_ = xml.EscapeText(&w.out, []byte(a.Value)) // into memory
		w.out.WriteByte('"')
	}
	w.out.WriteByte('>')
	return nil
}

func (w *svgWriter) end(t xml.EndElement) error {
	last := len(w.open) - 1
	if last < 0 || w.open[last] != qualified(t.Name) {
		return errShort
	}
	w.open = w.open[:last]
	if w.skip > 0 {
		w.skip--
		return nil
	}
	w.out.WriteString("</" + t.Name.Local + ">")
	if t.Name.Local != "style" {
		return nil
	}
	style := string(w.style)
	w.style = w.style[:0]
	return checkStyle(style)
}

func (w *svgWriter) characters(text xml.CharData) error {
	if len(w.open) == 0 || w.skip > 0 {
		return nil
	}
	_, local, prefixed := strings.Cut(w.open[len(w.open)-1], ":")
	if !prefixed {
		local = w.open[len(w.open)-1]
	}
	if !drawing[local] {
		return nil
	}
	if local == "style" {
		w.style = append(w.style, text...)
	}
	return xml.EscapeText(&w.out, text)
}

func qualified(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// svgAttributes are those of an element that are published. References lead
// within the drawing.
func svgAttributes(all []xml.Attr) ([]xml.Attr, error) {
	var kept []xml.Attr
	seen := make(map[string]bool)
	for _, a := range all {
		local := strings.ToLower(a.Name.Local)
		if a.Name.Space == "xmlns" || a.Name.Space == "" && local == "xmlns" {
			continue
		}
		switch {
		case strings.HasPrefix(local, "on"):
			return nil, &activeError{a.Name.Local}
		case local == "href" || local == "src":
			if !strings.HasPrefix(strings.TrimSpace(a.Value), "#") {
				return nil, &activeError{qualified(a.Name)}
			}
			a.Name.Space = ""
		case strings.HasPrefix(local, "aria-") || local == "id" || local == "class" || local == "role": // words, never a style
		default:
			if err := checkStyle(a.Value); err != nil {
				return nil, err
			}
		}
		if a.Name.Space == "xml" && (local == "lang" || local == "space") {
			a.Name = xml.Name{Local: "xml:" + local}
		} else if a.Name.Space != "" || strings.HasPrefix(local, "data-") {
			continue
		}
		if seen[a.Name.Local] {
			continue
		}
		seen[a.Name.Local] = true
		kept = append(kept, a)
	}
	return kept, nil
}

// moving and asking are what a style or an attribute may not hold, without
// spaces and in small letters. A backslash could spell any of them otherwise.
var moving = []string{"@import", "@keyframes", "@-webkit-keyframes", "@font-face", "animation", "transition", "expression(", "javascript:", "vbscript:", "data:", "-moz-binding", "behavior:", "image-set(", "src(", "\\"}

// checkStyle looks at a style with its comments and without: a comment may part
// a word, and what looks like one may stand between quotation marks.
func checkStyle(value string) error {
	flat := strings.ToLower(strings.Join(strings.Fields(value), ""))
	if err := checkFlatStyle(flat); err != nil {
		return err
	}
	return checkFlatStyle(withoutComments(flat))
}

func withoutComments(style string) string {
	for {
		before, rest, found := strings.Cut(style, "/*")
		if !found {
			return style
		}
		_, after, _ := strings.Cut(rest, "*/")
		style = before + after
	}
}

func checkFlatStyle(flat string) error {
	for _, word := range moving {
		if strings.Contains(flat, word) {
			return &activeError{word}
		}
	}
	for rest := flat; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return nil
		}
		if !strings.HasPrefix(strings.TrimLeft(after, `"'`), "#") {
			return &activeError{"url(…)"}
		}
		rest = after
	}
}

// drawnSize is the size of a drawing in pixels: what it says, else that of what
// it shows, as wide as a text.
func drawnSize(attributes []xml.Attr) svgSize {
	var width, height float64
	var box []string
	for _, a := range attributes {
		switch a.Name.Local {
		case "width":
			width = pixels(a.Value)
		case "height":
			height = pixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
		}
	}
	if width > 0 && height > 0 {
		return svgSize{whole(width), whole(height)}
	}
	if len(box) == 4 {
		if w, h := pixels(box[2]), pixels(box[3]); w > 0 && h > 0 {
			if width == 0 {
				width = drawnWidth
			}
			return svgSize{whole(width), whole(width * h / w)}
		}
	}
	return svgSize{300, 150} // as browsers do (CSS 2.2, section 10.3.2)
}

// pixels reads a length without a unit or in pixels; 0 if it is none.
func pixels(text string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), "px"), 64)
	if err != nil || math.IsNaN(n) || n <= 0 || n > 1e6 {
		return 0
	}
	return n
}

func whole(n float64) int { return max(1, min(maxSide, int(math.Round(n)))) }
