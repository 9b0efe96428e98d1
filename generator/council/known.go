package council

import (
	"fmt"
	"maps"
	"path"
)

// Resolves tells whether a reference names something: an entity, a document
// that is there but could not be read, or one that was withdrawn.
func (c *Council) Resolves(reference *Reference) bool {
	for _, collection := range reference.Collections() {
		if c.Lookup(collection, reference.ID) != nil || c.Unreadable(collection, reference.ID) || c.IsWithdrawn(collection, reference.ID) {
			return true
		}
	}
	return false
}

// Unreadable tells whether the document is in the content folder but could not
// be read.
func (c *Council) Unreadable(collection, id string) bool {
	return c.source.Broken[collection+"/"+id] || c.source.Broken[AllOf(collection)]
}

// AllOf stands among what is broken for all of a collection, of which nobody
// knows what it has: the file that lists it could not be read.
func AllOf(collection string) string { return collection + "/" + wholeCollection }

// Listed are the collections that council.yaml lists.
func Listed() []string {
	var listed []string
	all := new(Council).collections()
	for _, collection := range all[len(Folders()):] {
		if name := collection.Name(); name != nameOf[Organisation]() { // they have a file of their own
			listed = append(listed, name)
		}
	}
	return listed
}

// UnsureFolders are those in which a document could not be read: what it names
// there is not known. It lies in its collection's folder, or in one of its own.
func (c *Council) UnsureFolders() map[string]bool {
	unsure := make(map[string]bool)
	for key := range c.source.Broken {
		unsure[key], unsure[path.Dir(key)] = true, true
	}
	return unsure
}

// IsWithdrawn tells whether the id is in the list of withdrawals.
func (c *Council) IsWithdrawn(collection, id string) bool {
	for i := range c.source.Withdrawals {
		if string(c.source.Withdrawals[i].Of) == collection && string(c.source.Withdrawals[i].ID) == id {
			return true
		}
	}
	return false
}

// FormerID is the id that the document of a former id bears today, or "".
func (c *Council) FormerID(collection, former string) string {
	for document := range c.Everything() {
		if document.Collection() != collection {
			continue
		}
		for _, alias := range document.Common().Aliases {
			if string(alias) == former {
				return document.Key()
			}
		}
	}
	return ""
}

// Files are the files beside the documents, by their names in the content
// folder.
func (c *Council) Files() map[string]File { return maps.Clone(c.source.Files) }

// EachFile calls visit for every file that a document's front matter names,
// with the path of the value.
func EachFile(document Documented, visit func(path string, name FileName)) {
	call := func(path string, name FileName) {
		if name != "" {
			visit(path, name)
		}
	}
	entry := document.Common()
	for i := range entry.Attachments {
		call(fmt.Sprintf("attachments.%d.file", i), entry.Attachments[i].File)
	}
	if entry.Image != nil {
		call("image.file", entry.Image.File)
	}
	if entry.EasyRead != nil {
		call("easy_read.file", entry.EasyRead.File)
	}
	switch d := document.(type) {
	case *Session:
		if d.Recording != nil {
			call("recording.transcript", d.Recording.Transcript)
		}
	case *Opinion:
		for i := range d.Responses {
			call(fmt.Sprintf("responses.%d.attachment", i), d.Responses[i].Attachment)
		}
	}
}
