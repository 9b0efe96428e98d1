package conformity

import (
	"fmt"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Proxy: whether a member may be represented. Who holds whose proxy is not in
// the content; that there are more proxies than people to hold them can be
// seen, nothing finer.
var Proxy = Rule{
	Name:  "proxy",
	Kinds: []string{"proxy-forbidden", "too-many-proxies"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Proxy
		if rule == nil {
			return []Verdict{unspecified("proxy", "", "")}
		}
		j := newJudge(c, "proxy", "rules.proxy", rule.RuleSource)
		j.doubt = rule.Allowed && rule.Max > 0
		for _, session := range counted(c, nil) {
			if session.Attendance == nil {
				continue
			}
			a := session.Attendance
			day := Breach{From: session.Start.Date, To: session.Start.Date, Document: session}
			if !rule.Allowed {
				for i, who := range a.Represented {
					day.Kind, day.Path = "proxy-forbidden", fmt.Sprintf("attendance.represented.%d", i)
					day.Args = diagnostic.Args{"name": nameOf(c, who)}
					j.breach(day)
				}
				continue
			}
			if holders := len(a.Present) + len(a.Remote); rule.Max > 0 && len(a.Represented) > rule.Max*holders {
				day.Kind, day.Path = "too-many-proxies", "attendance.represented"
				day.Args = diagnostic.Args{"n": strconv.Itoa(len(a.Represented)), "holders": strconv.Itoa(holders), "limit": strconv.Itoa(rule.Max)}
				j.breach(day)
			}
		}
		return j.only()
	},
}

func nameOf(c *council.Council, ref council.Ref[council.Member]) string {
	if member := c.Members.Find(ref); member != nil {
		return member.Name
	}
	return string(ref)
}
