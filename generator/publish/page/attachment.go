package page

import (
	"html/template"
	"strings"

	"greffe/generator/council"
)

// Attached is a link to what goes with a document, with its format, its size
// and its language: "Rapport (PDF, 240 Ko)". A file that is not there is a title
// without a link.
func (v *View) Attached(to council.Documented, attachment council.Attachment) template.HTML {
	title := v.Text(attachment.Title)
	if attachment.URL != "" {
		where := v.T("file.outside", "host", hostOf(attachment.URL))
		return v.Outside(attachment.URL, title+" ("+strings.Join(v.tongue([]string{where}, attachment.Language), ", ")+")")
	}
	return v.fileLink(to, attachment.File, title, attachment.Language)
}

// FileLink is a link to a file beside a document, with its format and its size.
func (v *View) FileLink(to council.Documented, name council.FileName, title string) template.HTML {
	return v.fileLink(to, name, title, "")
}

func (v *View) fileLink(to council.Documented, name council.FileName, title string, language council.Language) template.HTML {
	file, ok := v.File(to.Common(), name)
	if !ok {
		return safe(escape(title))
	}
	about := v.tongue([]string{v.Format(file), v.Size(file.Size)}, language)
	attributes := ""
	if language != "" {
		attributes = ` hreflang="` + escape(string(language)) + `"`
	}
	href := v.publisher.Addresses.Attachment(to, name)
	return safe(`<a href="` + escape(href) + `"` + attributes + `>` + escape(title+" ("+strings.Join(about, ", ")+")") + `</a>`)
}

// tongue adds the language of a file, when it is not the site's.
func (v *View) tongue(about []string, language council.Language) []string {
	base, _, _ := strings.Cut(string(language), "-")
	site, _, _ := strings.Cut(v.publisher.Words.Language, "-")
	if base == "" || base == site {
		return about
	}
	if key := "file.languages." + base; v.publisher.Words.Has(key) {
		return append(about, v.T(key))
	}
	return append(about, string(language))
}

// Accessible says whether an attached file can be read with assistive tools,
// and what exempts it if it cannot; nothing for an address, which is not ours.
func (v *View) Accessible(attachment council.Attachment) template.HTML {
	var state string
	switch {
	case attachment.File == "":
	case attachment.Accessible == nil:
		state = v.T("file.untold")
	case *attachment.Accessible:
		state = v.T("file.accessible")
	default:
		state = v.T("file.inaccessible")
	}
	if exemption := attachment.Exemption; exemption != nil {
		return v.Join(state, v.T("file.exempt", "kind", v.Word(exemption.Kind), "reason", exemption.Reason))
	}
	return safe(escape(state))
}

// Picture is the address of a document's image, "" if its file is not there.
func (v *View) Picture(of council.Documented) string {
	image := council.Picture(of)
	if image == nil {
		return ""
	}
	if _, ok := v.File(of.Common(), image.File); !ok {
		return ""
	}
	return v.publisher.Addresses.Attachment(of, image.File)
}
