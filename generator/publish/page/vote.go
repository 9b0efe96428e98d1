package page

import (
	"html/template"
	"strconv"

	"greffe/generator/council"
)

// VoteText says what came of a vote in words: unanimity, majority, or what is
// known of it.
func (v *View) VoteText(vote *council.Vote) string {
	cast, known := vote.Cast()
	switch {
	case vote == nil:
		return v.Unknown()
	case vote.Unanimous():
		return v.T("vote.unanimous", "n", cast)
	case !known && vote.Mode == "consensus":
		return v.T("vote.consensus")
	case !known:
		return v.T("vote.incomplete")
	case *vote.For > *vote.Against:
		return v.T("vote.majority", "for", *vote.For, "against", *vote.Against, "n", *vote.Abstentions)
	case *vote.For < *vote.Against:
		return v.T("vote.minority", "for", *vote.For, "against", *vote.Against, "n", *vote.Abstentions)
	}
	return v.T("vote.tie", "for", *vote.For, "n", *vote.Abstentions)
}

// VoteSection tells what came of a vote. The votes of a council come to few
// counts, so that what is said of each is made once.
func (v *View) VoteSection(vote *council.Vote) (template.HTML, error) {
	key := ""
	if vote != nil {
		key = string(vote.Mode)
		for _, n := range []*int{vote.For, vote.Against, vote.Abstentions, vote.NotVoting} {
			key += " "
			if n != nil {
				key += strconv.Itoa(*n)
			}
		}
	}
	return v.fragment("vote", key, func(v *View) any { return v.With(vote) })
}

// Count is a number of voices, or "not communicated".
func (v *View) Count(n *int) any {
	if n == nil {
		return v.unknown()
	}
	return v.Number(*n)
}
