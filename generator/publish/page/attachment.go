package page

import (
	"cmp"
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
	if v.rendering != nil { // what goes with a document is in the language in which it was written
		language = cmp.Or(language, council.Language(v.rendering.language))
	}
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

// tongue adds the language of a file, when it is not the page's.
func (v *View) tongue(about []string, language council.Language) []string {
	if language == "" || baseOf(string(language)) == baseOf(v.SiteLanguage()) {
		return about
	}
	return append(about, v.tongueOf(string(language)))
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
