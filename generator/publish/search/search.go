// Package search publishes what the search page asks when people type: an index
// of every word of the public texts, cut into small static files, and what is
// shown of each result.
//
// There is no server to ask. The script of the page (static/js/search.js) loads
// three sorts of files, all below the address of the search page:
//
//	index/index.json     how many documents and shards there are, and the words too common to look for
//	index/words/7.json   a shard: words, and in which documents each stands
//	index/texts/42.json  a document: its address, title, kind and date, summary and text
//
// # What a word is
//
// fold.go cuts texts into words and folds them: case, accents, ligatures,
// elision, inclusive writing, plurals. The script does the same, and
// testdata/words.json holds both to it.
//
// # Where a word lies
//
// A word's shard is that of its first letters, three or a few more, so that the
// word that somebody is still typing asks for one file. How many letters, and how
// many shards there are, depends on the number of documents alone: paths are
// known before any text is read. A word has a list of documents for each [grade],
// the weight of the place where it stands; encode.go writes them.
//
// # What a number is
//
// Documents are numbered from the oldest to the newest. A greater number so
// breaks a tie in favour of the recent, and publishing one more document does
// not move those before it.
//
// # When files of two builds are mixed
//
// A host, a cache or an open page may hold old files beside new ones. Shards bear
// the version of the numbering, and the script loads all of them again if they
// differ. Texts bear none, so that one more document leaves the others' files
// as they are: the script shows a document only if its own text has the words
// that were asked.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/bits"
	"path"
	"strconv"
	"strings"
	"sync"

	"greffe/generator/council"
	"greffe/generator/site"
)

const (
	jsonType = "application/json; charset=utf-8"

	// format is part of the version: it changes when a script of another build
	// could no longer read the files.
	format = "1"

	// Some twenty documents a shard make files of ten kilobytes, whose number
	// stays modest: what grows then is the shard.
	documentsPerShard = 20
	mostShards        = 1024

	// A shard has all words that begin alike: about a fortieth of all of them
	// after three letters, half of that after four. Three do for so many
	// documents, and each letter more for ten times as many.
	fewDocuments = 2000
)

// A catalogue is the index of one brief: which documents there are, in the order
// of their numbers, and the words, once somebody asks for them.
type catalogue struct {
	*site.Brief
	folder    string // where the files lie
	documents []key
	numbering council.Reads // what the numbers depend on
	shards    int
	letters   int // of a word, that tell its shard
	version   string

	once  sync.Once
	words *index
}

// Parts are the files of the index. One is found without a list of all: a
// preview need not read the whole council for a page.
func Parts(b *site.Brief) ([]site.Part, error) {
	made := sync.OnceValue(func() *catalogue { return newCatalogue(b) })
	list := func() []site.File {
		c := made()
		files := []site.File{c.first()}
		for i := range c.shards {
			files = append(files, c.shard(i))
		}
		for i := range c.documents {
			files = append(files, c.text(i))
		}
		return files
	}
	folder := folderOf(b)
	return []site.Part{site.Finding(list, func(place string) (site.File, bool) {
		if !strings.HasPrefix(place, folder) {
			return site.File{}, false
		}
		return made().find(place)
	})}, nil
}

func folderOf(b *site.Brief) string {
	return path.Dir(b.Addresses.Path(b.Addresses.Section("search"))) + "/index/"
}

func newCatalogue(b *site.Brief) *catalogue {
	c := &catalogue{Brief: b, folder: folderOf(b)}
	c.documents = documents(b, b.Council.Recording(&c.numbering))
	c.shards = min(mostShards, 1<<bits.Len(uint(len(c.documents)/documentsPerShard)))
	c.letters = 3
	for many := len(c.documents); many > fewDocuments; many /= 10 {
		c.letters++
	}
	sum := sha256.New()
	fmt.Fprintln(sum, format, c.shards, c.letters)
	for _, k := range c.documents {
		fmt.Fprintln(sum, k.collection, k.id, k.language)
	}
	c.version = hex.EncodeToString(sum.Sum(nil))[:10]
	return c
}

// find is the file at a path below the index's folder.
func (c *catalogue) find(place string) (site.File, bool) {
	name := strings.TrimPrefix(place, c.folder)
	if name == "index.json" {
		return c.first(), true
	}
	of, number := path.Split(strings.TrimSuffix(name, ".json"))
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 {
		return site.File{}, false
	}
	var file site.File
	switch {
	case of == "words/" && i < c.shards:
		file = c.shard(i)
	case of == "texts/" && i < len(c.documents):
		file = c.text(i)
	}
	return file, file.Path == place
}

func (c *catalogue) file(name string, content func(*council.Council) (any, error)) site.File {
	return site.File{
		Path: c.folder + name, MediaType: jsonType,
		Make: func(w io.Writer, from *council.Council) error {
			from.Note(&c.numbering)
			value, err := content(from)
			if err != nil {
				return err
			}
			encoder := json.NewEncoder(w) // which sorts maps
			encoder.SetEscapeHTML(false)
			return encoder.Encode(value)
		},
	}
}

func (c *catalogue) first() site.File {
	return c.file("index.json", func(*council.Council) (any, error) {
		return struct {
			Version   string   `json:"version"`
			Documents int      `json:"documents"`
			Shards    int      `json:"shards"`
			Letters   int      `json:"letters"`
			Ignored   []string `json:"ignored"`
		}{c.version, len(c.documents), c.shards, c.letters, c.ignored()}, nil
	})
}

func (c *catalogue) shard(number int) site.File {
	return c.file(fmt.Sprintf("words/%d.json", number), func(from *council.Council) (any, error) {
		words := c.index(from)
		return struct {
			Version string            `json:"version"`
			Words   map[string]string `json:"words"`
		}{c.version, words.shard(number)}, nil
	})
}

func (c *catalogue) text(number int) site.File {
	of := c.documents[number]
	return c.file(fmt.Sprintf("texts/%d.json", number), func(from *council.Council) (any, error) {
		told := tell(c.Brief, from, of)
		if told == nil {
			return nil, fmt.Errorf("%s/%s, which a search may find, is gone", of.collection, of.id)
		}
		return told, nil
	})
}

// ignored are the words that stand in every text of the language and tell
// nothing.
func (c *catalogue) ignored() []string {
	return strings.Fields(council.Fold(c.Words.Say("search.ignored")))
}
