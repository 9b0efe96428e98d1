package main

import (
	"fmt"
	"os"
	"path/filepath"

	"greffe/generator/schema"
)

// sveltia is where npm puts the web form: "npm install @sveltia/cms".
const sveltia = "node_modules/@sveltia/cms"

// formScript is a file that only the web form has.
const formScript = "start.js"

// cms writes the web form of /admin/: its page, its configuration, and the
// script that the council's own npm installed. Nothing is fetched from anywhere.
func (a *app) cms(out string) error {
	if err := a.outside(out, a.flags.content, a.flags.layouts); err != nil { // static files are where it belongs
		return err
	}
	if _, err := os.Lstat(filepath.Join(out, formScript)); err != nil {
		// No form is there to be renewed: a page of somebody's own may be.
		if err := a.requireEmpty(out); err != nil {
			return err
		}
	}
	c, err := a.council()
	if err != nil {
		return err
	}
	files := []schema.File{
		{Name: formScript, Text: []byte(schema.StartScript)}, // first: it marks the folder as the form's
		{Name: "index.html", Text: schema.Page(c, a.words)},
	}
	config, err := schema.CMS(c, a.words)
	if err != nil {
		return err
	}
	files = append(files, schema.File{Name: "config.yml", Text: config})
	installed, err := a.installed()
	if err != nil {
		return err
	}
	files = append(files, installed...)
	for _, file := range files {
		if err := overwriteFile(filepath.Join(out, filepath.FromSlash(file.Name)), file.Text); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout, a.words.Say("kit.cms.written", "folder", slashed(out), "static", slashed(filepath.Dir(out))))
	if c.Settings.CMS == nil {
		fmt.Fprintln(a.stdout, a.words.Say("kit.cms.trial"))
	}
	return nil
}

// installed are the parts of the form that npm has put on this disk.
func (a *app) installed() ([]schema.File, error) {
	script, err := a.installedFile("dist/sveltia-cms.js")
	if err != nil {
		return nil, err
	}
	own, fonts := schema.OwnFonts(script)
	files := []schema.File{{Name: "sveltia-cms.js", Text: own}}
	wanted := map[string]string{"locales/fr.json": "locales/fr.json", "LICENSE.txt": "LICENSE.txt"}
	for _, font := range fonts {
		wanted["npm/assets/"+font+"-*.woff2"] = "fonts/" + font + ".woff2"
	}
	for from, to := range wanted {
		text, err := a.installedFile(from)
		if err != nil {
			return nil, err
		}
		files = append(files, schema.File{Name: to, Text: text})
	}
	return files, nil
}

// installedFile reads a file of the form; its name may bear a hash, as a star.
func (a *app) installedFile(name string) ([]byte, error) {
	found, err := filepath.Glob(filepath.Join(sveltia, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, a.use("kit.cms.missing", "file", sveltia+"/"+name)
	}
	return os.ReadFile(found[0])
}
