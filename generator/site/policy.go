package site

// PagePolicy is what a page of the site may load: nothing from anybody else,
// and no script or style within the page. It stands in every page, for hosts
// that send no headers, and in the headers, for those that do.
const PagePolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'"
