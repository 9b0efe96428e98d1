package page

import (
	"cmp"

	"greffe/generator/council"
	"greffe/generator/site"
)

// statutoryPages are those that French law asks for, and the one in which the
// site states its budgets.
func statutoryPages(p *Publisher) []site.File {
	return []site.File{
		p.page("accessibility", p.Addresses.Section("accessibility"), "", func(v *View) bool {
			v.statutory("accessibility")
			v.Page = v.statement()
			return true
		}),
		p.page("legal", p.Addresses.Section("legal"), "", func(v *View) bool {
			v.statutory("legal")
			return true
		}),
		p.page("privacy", p.Addresses.Section("privacy"), "", func(v *View) bool {
			v.statutory("privacy")
			return true
		}),
		p.page("ecodesign", p.Addresses.Section("ecodesign"), "", func(v *View) bool {
			v.statutory("ecodesign")
			v.Page = v.ecodesign()
			return true
		}),
	}
}

func (v *View) statutory(section string) {
	v.Section, v.Title = section, v.SectionTitle(section)
	v.Description = v.described(section + ".intro")
}

// A Statement is the accessibility statement (décret 2019-768): what was
// audited, and what is known not to be accessible.
type Statement struct {
	*council.Accessibility
	Audit     *council.Audit // nil: none that is still valid
	Outdated  bool           // there was one, more than three years ago
	Failures  []Unreachable  // files said not to be accessible
	Burdens   []Unreachable  // those for which it would be a disproportionate burden
	Exemption []Unreachable  // those that the law does not ask for
}

// An Unreachable is a file that some people cannot read.
type Unreachable struct {
	Document   council.Entity
	Attachment *council.Attachment
}

func (v *View) statement() *Statement {
	s := &Statement{Accessibility: v.Settings.Accessibility}
	if s.Accessibility == nil {
		s.Accessibility = new(council.Accessibility)
	}
	if audit := s.Accessibility.Audit; audit != nil {
		s.Outdated = audit.On.IsZero() || audit.On.AddYears(3).Before(v.AsOf.Date)
		if !s.Outdated {
			s.Audit = audit
		}
	}
	for document := range v.Everything() {
		for i := range document.Common().Attachments {
			file := &document.Common().Attachments[i]
			switch {
			case file.Exemption != nil && file.Exemption.Kind == "disproportionate-burden":
				s.Burdens = append(s.Burdens, Unreachable{document, file})
			case file.Exemption != nil:
				s.Exemption = append(s.Exemption, Unreachable{document, file})
			case file.Accessible != nil && !*file.Accessible:
				s.Failures = append(s.Failures, Unreachable{document, file})
			}
		}
	}
	return s
}

// Owner is who answers for the site: the publisher of the legal notice, the
// authority, or the council.
func (v *View) Owner() string {
	if p := v.Settings.Legal.Publisher; p != nil && p.Name != "" {
		return v.Text(p.Name)
	}
	return cmp.Or(v.Name(v.Organisations.Find(v.Settings.Authority)), v.Text(v.Settings.Name))
}

// Rate is the share of the criteria that an audit found met, in per cent.
func (v *View) Rate(audit *council.Audit) string { return v.decimal(audit.Rate) }

// LicenceAddress is where people read the licence of the texts and data, "" if
// the council declares none.
func (v *View) LicenceAddress() council.URL { return licences[v.Settings.Licence] }
