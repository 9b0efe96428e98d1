package feed

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"io"

	"greffe/generator/site"
)

// JSON is the same feeds as [Atom] in the form of JSON Feed 1.1. It has no word
// for what was withdrawn, and none of our own is added.
func JSON(b *site.Brief) []site.File {
	p := &press{Brief: b, form: site.JSONFeed, encode: encodeJSON, write: writeJSON}
	return p.files()
}

type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Page        string       `json:"home_page_url"`
	Self        string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Authors     []jsonAuthor `json:"authors"`
	Language    string       `json:"language"`
}

type jsonAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url"`
	Title     string       `json:"title"`
	Text      string       `json:"content_text"` // required: the title where there is no summary
	Published string       `json:"date_published,omitempty"`
	Modified  string       `json:"date_modified"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags"`
	Language  string       `json:"language,omitempty"`
}

func encodeJSON(e *entry) ([]byte, error) {
	item := jsonItem{
		ID: e.id, URL: e.address, Title: e.title, Text: cmp.Or(e.summary, e.title),
		Published: e.published, Modified: e.updated, Language: e.language,
	}
	for _, author := range e.authors {
		item.Authors = append(item.Authors, jsonAuthor{author.name, author.address})
	}
	for _, category := range e.categories {
		item.Tags = append(item.Tags, category.label)
	}
	return asJSON(item)
}

// writeJSON sets the items, each a line, into the feed that holds them: they
// are not encoded again.
func writeJSON(w io.Writer, ch *channel) error {
	head, err := asJSON(jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: ch.title, Page: ch.page, Self: ch.self,
		Description: ch.subtitle, Authors: []jsonAuthor{{ch.author.name, ch.author.address}}, Language: ch.language,
	})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.Write(bytes.TrimSuffix(head, []byte("}")))
	out.WriteString(",\"items\":[\n")
	for i, item := range ch.entries {
		if i > 0 {
			out.WriteString(",\n")
		}
		out.Write(item)
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

func asJSON(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimSpace(out.Bytes()), err
}
