package page

// A Size is the width and height of a picture, by which browsers keep its place
// while it loads.
type Size struct{ Width, Height int }

// Logo is the address of the council's logo, "" if it has none.
func (v *View) Logo() string {
	if logo := v.publisher.Addresses.Logo(v.Council); logo != nil {
		return logo.Address()
	}
	return ""
}

// LogoSize is that of the logo, nil if there is none.
func (v *View) LogoSize() *Size {
	if logo := v.publisher.Addresses.Logo(v.Council); logo != nil {
		return &Size{logo.Width, logo.Height}
	}
	return nil
}
