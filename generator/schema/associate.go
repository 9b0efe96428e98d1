package schema

import (
	"path"
	"strings"
)

// Settings are the settings that make Visual Studio Code's YAML extension use
// the schemas: schemas and content are the folders, relative to the one that is
// opened. They name the YAML files only: the extension does not look into
// Markdown (https://github.com/redhat-developer/vscode-yaml/issues/207).
func Settings(schemas, content string) ([]byte, error) {
	associations := make(object)
	for _, kind := range kinds() {
		if kind.yaml {
			associations[here(schemas, kind.name+".schema.json")] = path.Join(content, kind.globs[0])
		}
	}
	return encode(object{"yaml.schemas": associations, "yaml.validate": true, "yaml.completion": true})
}

// Remark is the configuration that makes remark, on the command line or in its
// extension for Visual Studio Code, check the headers of Markdown files with the
// schemas.
func Remark(schemas, content string) ([]byte, error) {
	associations := make(object)
	for _, kind := range kinds() {
		if kind.yaml {
			continue
		}
		var globs []string
		for _, glob := range kind.globs {
			globs = append(globs, here(content, glob))
		}
		associations[here(schemas, kind.name+".schema.json")] = globs
	}
	return encode(object{"plugins": []any{
		"remark-frontmatter",
		[]any{"remark-lint-frontmatter-schema", object{"schemas": associations}},
	}})
}

// here is a path from the folder that the editor has open.
func here(parts ...string) string {
	joined := path.Join(parts...)
	if path.IsAbs(joined) || strings.HasPrefix(joined, "../") {
		return joined
	}
	return "./" + joined
}
