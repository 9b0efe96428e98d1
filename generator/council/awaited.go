package council

// Awaited tells whether an authority asked for the opinion and has not got it
// yet. A text that was withdrawn or rejected will not come.
func (o *Opinion) Awaited(asOf Moment) bool {
	if o.Referral == nil || o.Referral.Origin != "authority" || o.Status == "withdrawn" || o.Status == "rejected" {
		return false
	}
	return o.AdoptedOn.IsZero() || o.AdoptedOn.First() > asOf.First()
}

// AnswerExpected is until when whom the opinion was handed over to may keep
// silent: two months, as the French administration may (code des relations
// entre le public et l'administration, article L. 231-4). It is zero when an
// answer is recorded, or when nobody knows when the text was handed over.
func (o *Opinion) AnswerExpected() Date {
	if len(o.Deliveries) == 0 || len(o.Responses) > 0 {
		return Date{}
	}
	last := o.LastDelivery()
	if last.IsZero() {
		return last
	}
	return last.AddMonths(2)
}

// LastDelivery is when the text was last handed over: on its adoption, as far as
// anybody knows, if no delivery bears a later date.
func (o *Opinion) LastDelivery() Date {
	last := o.AdoptedOn
	for i := range o.Deliveries {
		if on := o.Deliveries[i].On; !on.IsZero() && (last.IsZero() || on.First() > last.First()) {
			last = on
		}
	}
	return last
}
