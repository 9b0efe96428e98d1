package social

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image/color"
	"image/png"
	"os"
	"runtime"
	"strings"
	"testing"

	"greffe/generator/colour"
	"greffe/generator/council"
	"greffe/generator/site"
)

var posters = map[string]site.Poster{
	"site":           {Title: "Le Fanal", Council: "Conseil numérique de Clairpont-sur-Arce", Colour: "#1d4e63", Accent: "#b4451f"},
	"section":        {Title: "Recommandations", Council: "Le Fanal — Conseil numérique de Clairpont-sur-Arce", Place: "Clairpont-sur-Arce"},
	"long":           {Title: strings.Repeat("Où l’œuvre s’achève à Noël : çà et là, « déjà » ? ", 8), Council: strings.Repeat("Conseil ", 80)},
	"one word":       {Title: strings.Repeat("Anticonstitutionnellement", 8)},
	"yellow":         {Title: "Avis", Council: "Conseil", Colour: "#f6c445", Accent: "#f6c445"},
	"another script": {Title: "Avis 会議", Council: "مجلس"},
}

func drawn(t testing.TB, p site.Poster) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := draw(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A poster has the size that is asked for, is light, and is the same each time;
// nothing is written over its edges.
func TestPosters(t *testing.T) {
	for name, poster := range posters {
		text := drawn(t, poster)
		if dir := os.Getenv("POSTERS"); dir != "" { // to be looked at
			if err := os.WriteFile(dir+"/"+name+".png", text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		picture, err := png.Decode(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if size := picture.Bounds().Size(); size.X != site.PosterWidth || size.Y != site.PosterHeight {
			t.Errorf("%s: %v", name, size)
		}
		if len(text) > 45_000 {
			t.Errorf("%s weighs %d bytes", name, len(text))
		}
		if !bytes.Equal(text, drawn(t, poster)) {
			t.Errorf("%s is drawn otherwise each time", name)
		}
		letters := 0
		for y := range site.PosterHeight {
			for x := textLeft - 8; x < site.PosterWidth; x++ {
				if picture.At(x, y) == picture.At(textLeft-8, 0) {
					continue
				}
				letters++
				if x > textRight+4 || y < textTop-40 || y > textBottom+40 {
					t.Fatalf("%s: something is written at %d,%d", name, x, y)
				}
			}
		}
		if letters < 2000 {
			t.Errorf("%s has only %d pixels of letters", name, letters)
		}
	}
}

// Whatever colours a council chose, the letters can be read: 7 to 1.
func TestPostersCanBeRead(t *testing.T) {
	for _, chosen := range []council.Colour{"", "#1d4e63", "#f6c445", "#ffffff", "#000000", "#ff0000", "#00ff00"} {
		colours, err := palette(site.Poster{Colour: chosen, Accent: chosen})
		if err != nil {
			t.Fatal(err)
		}
		of := func(c color.Color) colour.Colour {
			rgba := c.(color.RGBA)
			return colour.Colour{R: float64(rgba.R) / 255, G: float64(rgba.G) / 255, B: float64(rgba.B) / 255}
		}
		for _, ink := range []int{title, name} {
			if ratio := colour.Contrast(of(colours[ground]), of(colours[ink+shades-1])); ratio < colour.Text {
				t.Errorf("%q: letters of %v have a contrast of %.2f", chosen, colours[ink+shades-1], ratio)
			}
		}
	}
}

// The names of posters change with the recipe: whoever changes what is drawn, or
// the library that draws it, changes it, or sites keep the old ones.
func TestRecipe(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other processors multiply and add in one step, and may round a pixel otherwise")
	}
	digest := sha256.Sum256(drawn(t, posters["site"]))
	got := hex.EncodeToString(digest[:5]) + " at " + posters["site"].Address(new(site.Addresses))
	if want := "fd18e97cc9 at /social/site.baa61bc582.png"; got != want {
		t.Errorf("the poster is now %s, not %s", got, want)
	}
}

func BenchmarkPoster(b *testing.B) {
	for b.Loop() {
		drawn(b, posters["section"])
	}
}
