// Package read turns a content folder into what a council is assembled from.
//
// A folder holds council.yaml, organisations.yaml, glossary.yaml and
// withdrawals.yaml, and a folder for each collection with one Markdown file, or
// one folder with an index.md, for each document. Whatever an editor got wrong
// is a diagnostic with its file, line and column; reading goes on, so that all
// of them are told at once. A document that cannot be read at all is missing
// from the council, and known to be, so that a reference to it is not reported
// a second time.
//
// # From bytes to a document
//
//   - [header] checks the two lines of dashes itself and fails closed: a header
//     that is not recognised would turn private fields into public text;
//   - limits are applied before any parser sees the text;
//   - the YAML is parsed to nodes, never decoded by the YAML library: [decoder]
//     walks the nodes with the schema of package council, and knows the line
//     and the column of every key and value;
//   - the body goes to package markdown, and the bytes of the file are let go.
//
// Each file is parsed once: a [Reader] remembers what it made of a file until
// its size or its time changes, or until it is told to forget it.
package read

import (
	"fmt"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
	"greffe/generator/scratch"
)

// A Reader reads one content folder, again and again.
type Reader struct {
	Folder fs.FS
	// Labels are the words that parsed bodies bear, by language; "" is the
	// fallback.
	Labels func(language string) markdown.Labels
	// Named tells whether pages can name a language; all, if nil.
	Named func(language string) bool
	// Proof, if there is one, is shown the words of each file as it is parsed.
	Proof func(*markdown.Copy) diagnostic.List
	// Scratch is where the HTML of bodies is kept; in memory if nil.
	Scratch *scratch.File

	mutex     sync.Mutex
	cache     map[string]*cached
	inspected map[string]inspected
}

type cached struct {
	size     int64
	modified time.Time
	language council.Language // the council's, which bodies inherit
	parsed   *parsed
}

// A parsed file: a document, a translation, or neither if it could not be read.
type parsed struct {
	document    council.Documented
	translation *council.Translation
	found       diagnostic.List
}

// Content is what a folder holds.
type Content struct {
	council.Source
	Found diagnostic.List
	// Empty tells that there is neither a council.yaml nor a document.
	Empty bool
}

// Forget makes the reader read a file again, whatever its time says.
func (r *Reader) Forget(file string) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	delete(r.cache, file)
	delete(r.inspected, file)
}

// Content reads the folder. The error is the machine's (a folder that cannot be
// listed); the editor's mistakes are in Content.Found.
func (r *Reader) Content() (*Content, error) {
	folder, err := survey(r.Folder, r.Named)
	if err != nil {
		return nil, fmt.Errorf("listing the content: %w", err)
	}
	r.inspect(folder)
	content := &Content{Found: folder.found}
	content.Files, content.Broken = folder.files, make(map[string]bool)
	for _, key := range folder.broken {
		content.Broken[key] = true
	}
	content.Empty = folder.settings == nil && len(folder.documents) == 0
	r.settings(folder, content)
	r.documents(folder, content)
	content.Found.Sort()
	return content, nil
}

// documents parses every document that the cache does not have, on all cores,
// and gathers them in the order of their paths.
func (r *Reader) documents(folder *folder, content *Content) {
	results := make([]*parsed, len(folder.documents))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			d := newDecoder()
			for i := next.Add(1) - 1; i < int64(len(results)); i = next.Add(1) - 1 {
				results[i] = r.document(d, folder.documents[i], content.Settings)
			}
		})
	}
	workers.Wait()

	g := newGathering(content)
	for i, result := range results {
		g.take(folder.documents[i], result)
	}
	g.finish()
	r.prune(folder)
}

// document returns the parsed file, from the cache if it has not changed.
func (r *Reader) document(d *decoder, file source, settings *council.Settings) *parsed {
	language := settings.Language
	r.mutex.Lock()
	known := r.cache[file.path]
	r.mutex.Unlock()
	if known != nil && known.size == file.size && known.modified.Equal(file.modified) && known.language == language {
		return known.parsed
	}
	result := r.parse(d, file, language)
	r.mutex.Lock()
	if r.cache == nil {
		r.cache = make(map[string]*cached)
	}
	r.cache[file.path] = &cached{file.size, file.modified, language, result}
	r.mutex.Unlock()
	return result
}

// prune forgets files that are gone.
func (r *Reader) prune(folder *folder) {
	if len(r.cache) <= len(folder.documents) {
		return
	}
	there := make(map[string]bool, len(folder.documents))
	for _, file := range folder.documents {
		there[file.path] = true
	}
	for path := range r.cache {
		if !there[path] {
			delete(r.cache, path)
		}
	}
}
