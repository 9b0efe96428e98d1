package page

import (
	"fmt"
	"path"
	"strings"

	"greffe/generator/council"
)

// Format is a file's format as people call it: PDF, CSV, JPEG.
func (v *View) Format(file council.File) string {
	extension := strings.ToUpper(strings.TrimPrefix(path.Ext(file.Name), "."))
	if extension == "JPG" {
		extension = "JPEG"
	}
	return extension
}

// Size is a number of bytes as people read it, in powers of 1,000 as the
// International System counts: 240 Ko, 1,2 Mo.
func (v *View) Size(bytes int64) string {
	switch {
	case bytes < 1000:
		return v.T("file.bytes", "n", bytes)
	case bytes < 1000_000:
		return v.T("file.kilobytes", "n", (bytes+999)/1000)
	}
	tenths := (bytes + 99_999) / 100_000
	number := fmt.Sprint(tenths / 10)
	if tenths%10 != 0 {
		number += v.T("numbers.decimal") + fmt.Sprint(tenths%10)
	}
	return v.T("file.megabytes", "n", number)
}
