package schema

import (
	"reflect"

	"greffe/generator/council"
)

// A form is what a value looks like, as a pattern that both JavaScript and Go
// read, and the hint that people are given when theirs does not.
type form struct{ pattern, hint string }

const (
	idPattern   = `^[a-z0-9]+(-[a-z0-9]+)*$`
	datePattern = `[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?`
	dayPattern  = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`
	spaces      = "[ \u00a0\u202f]?"
	timePattern = `([01]?[0-9]|2[0-3])(:[0-5][0-9](:00)?|` + spaces + `[hH](` + spaces + `[0-5][0-9])?)`
)

// forms are those of the model's own values. They accept all that the model
// accepts; what no pattern can tell, such as 30 February, is left to the reader.
var forms = map[reflect.Type]form{
	reflect.TypeFor[council.ID]():       {idPattern, "id-form"},
	reflect.TypeFor[council.Date]():     {`^` + datePattern + `$`, "date-form"},
	reflect.TypeFor[council.Moment]():   {`^(` + datePattern + `|` + dayPattern + `[T ] *` + timePattern + `)$`, "moment-form"},
	reflect.TypeFor[council.URL]():      {`^[hH][tT][tT][pP][sS]?://[^ "<>\\` + "`" + `{}|^]+$`, "url-form"},
	reflect.TypeFor[council.Email]():    {`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`, "email-form"},
	reflect.TypeFor[council.FileName](): {`^[^/\\:][^\\:]*$`, "file-name-form"},
	reflect.TypeFor[council.Language](): {`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`, "language-form"},
	reflect.TypeFor[council.Colour]():   {`^#[0-9a-fA-F]{6}$`, "colour-form"},
	reflect.TypeFor[council.Renewals](): {`^([0-9]+|unlimited)$`, "renewals-form"},
	reflect.TypeFor[council.Zone]():     {`^[A-Za-z][A-Za-z0-9_+/-]*$`, "timezone-form"},
}
