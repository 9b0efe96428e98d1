package page

import (
	"cmp"
	"strconv"

	"greffe/generator/council"
)

func (v *View) sizeRules(rules []council.SizeRule) []Rule {
	var stated []Rule
	for i := range rules {
		r := &rules[i]
		scope := cmp.Or(v.scope(r.Scope), v.T("conformity.no-scope"))
		stated = append(stated, said(r.RuleSource, scope,
			v.countIf("size.exact", r.Exact), v.countIf("size.max", r.Max), v.countIf("size.min", r.Min))...)
	}
	return stated
}

// termRule tells apart a mandate that may be renewed without limit from one of
// which no text says how often it may be.
func (v *View) termRule(r *council.TermRule) []Rule {
	if r == nil {
		return nil
	}
	years := cmp.Or(v.countIf("term.years", r.Years), v.T("conformity.term.years-unspecified"))
	renewals := v.T("conformity.term.unspecified")
	switch {
	case r.Renewals.Unlimited:
		renewals = v.T("conformity.term.unlimited")
	case r.Renewals.Stated && r.Renewals.Number == 0:
		renewals = v.T("conformity.term.never")
	case r.Renewals.Stated:
		renewals = v.Counted("conformity.term.renewals", r.Renewals.Number)
	}
	return said(r.RuleSource, v.scope(r.Scope), years, renewals)
}

func (v *View) appointmentRule(r *council.AppointmentRule) []Rule {
	if r == nil {
		return nil
	}
	modes := listed(v, r.Modes, func(mode council.Appointment) string { return v.Choice("appointment", mode) })
	return said(r.RuleSource, "", v.sayIf("appointment.modes", "modes", modes),
		v.sayIf("appointment.by", "by", r.By), v.sayIf("appointment.on-proposal-of", "of", r.OnProposalOf))
}

func (v *View) parityRule(r *council.ParityRule) []Rule {
	if r == nil {
		return nil
	}
	target := v.T("conformity.parity.unspecified")
	switch r.Target {
	case 0:
	case 0.5:
		target = v.T("conformity.parity.equal")
	default:
		target = v.T("conformity.parity.target", "n", v.percent(r.Target))
	}
	tolerance := v.T("conformity.parity.no-tolerance")
	if r.Tolerance != 0 {
		tolerance = v.T("conformity.parity.tolerance", "points", v.percent(r.Tolerance))
	}
	return said(r.RuleSource, "", target, tolerance)
}

func (v *View) absenceRule(r *council.AbsenceRule) []Rule {
	if r == nil {
		return nil
	}
	return said(r.RuleSource, "", v.countIf("absence.consecutive", r.Consecutive),
		v.kindsCounted(r.Kinds), v.sayIf("absence.decided-by", "by", r.DecidedBy), v.T("conformity.absence.act"))
}

func (v *View) kindsCounted(kinds []council.SessionKind) string {
	return v.sayIf("kinds", "kinds", listed(v, kinds, func(kind council.SessionKind) string { return v.Choice("session-kind", kind) }))
}

func (v *View) proxyRule(r *council.ProxyRule) []Rule {
	if r == nil {
		return nil
	}
	if !r.Allowed {
		return said(r.RuleSource, "", v.T("conformity.proxy.forbidden"))
	}
	most := cmp.Or(v.countIf("proxy.max", r.Max), v.T("conformity.proxy.no-max"))
	return said(r.RuleSource, "", v.T("conformity.proxy.allowed"), most)
}

func (v *View) quorumRule(r *council.QuorumRule) []Rule {
	if r == nil || (r.Number == 0 && r.Share == 0) {
		return nil
	}
	share := ""
	switch r.Share {
	case 0:
	case 0.5:
		share = v.T("conformity.quorum.half")
	default:
		share = v.T("conformity.quorum.share", "n", v.percent(r.Share))
	}
	return said(r.RuleSource, "", v.countIf("quorum.number", r.Number), share)
}

func (v *View) meetingsRule(r *council.MeetingsRule) []Rule {
	if r == nil {
		return nil
	}
	return said(r.RuleSource, "", v.countIf("meetings.minimum", r.Minimum, "every", v.Choice("period", r.Every)), v.kindsCounted(r.Kinds))
}

func (v *View) documentRules(rules []council.DocumentRule) []Rule {
	var stated []Rule
	for i := range rules {
		r := &rules[i]
		document := v.T("conformity.documents.once", "kind", v.Choice("document-kind", r.Kind))
		if r.Every != "" {
			document = v.T("conformity.documents.every", "kind", v.Choice("document-kind", r.Kind), "every", v.Choice("period", r.Every))
		}
		public := v.T("conformity.documents.unspecified")
		if r.Public != nil {
			public = v.T("conformity.documents.public-" + strconv.FormatBool(*r.Public))
		}
		rule := said(r.RuleSource, "", document, public, v.sayIf("documents.sent-to", "to", v.Name(v.Organisations.Find(r.SentTo))))
		rule[0].Title = v.T("conformity.documents.title", "kind", v.Choice("document-kind", r.Kind))
		stated = append(stated, rule...)
	}
	return stated
}

func (v *View) referralsRule(r *council.ReferralsRule) []Rule {
	if r == nil || len(r.Origins) == 0 {
		return nil
	}
	origins := listed(v, r.Origins, func(origin string) string {
		if origin == "self" {
			return v.T("conformity.referrals.self")
		}
		return v.Name(v.Organisations.Find(council.Ref[council.Organisation](origin)))
	})
	return said(r.RuleSource, "", v.T("conformity.referrals.origins", "origins", origins))
}

func (v *View) percent(of float64) string { return v.decimal(of * 100) }
