package council

import (
	"path"
	"strings"
)

// SplitPath reads the path of a document's file in the content folder as the
// collection and the id that it stands for: "opinions/2024-03.md" or
// "opinions/2024-03/index.md".
func SplitPath(file string) (collection, id string) {
	folder, name := path.Split(path.Clean(file))
	folder = strings.TrimSuffix(folder, "/")
	if name == "index.md" {
		return path.Dir(folder), path.Base(folder)
	}
	return folder, strings.TrimSuffix(name, ".md")
}

// HasPart tells whether an entity has a part that can be linked to by its own
// id: a recommendation of an opinion, an article of a document.
func HasPart(entity Entity, id string) bool {
	switch e := entity.(type) {
	case *Opinion:
		for i := range e.Recommendations {
			if string(e.Recommendations[i].ID) == id {
				return true
			}
		}
	case *Document:
		for i := range e.Articles {
			if string(e.Articles[i].ID) == id {
				return true
			}
		}
	}
	return false
}

// Picture is the image that may be published with a document: anybody's
// portrait only with the consent that they gave (GDPR, article 6), any other
// image as it is.
func Picture(document Documented) *Image {
	image := document.Common().Image
	if document.Collection() == "members" && image != nil && image.ConsentOn.IsZero() {
		return nil
	}
	return image
}
