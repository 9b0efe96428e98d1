package page

import "greffe/generator/council"

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

// Count is a number of voices, or "not communicated".
func (v *View) Count(n *int) any {
	if n == nil {
		return v.unknown()
	}
	return v.Number(*n)
}
