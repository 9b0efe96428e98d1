package data

import "strconv"

// A Type is what the cells of a column hold.
type Type uint8

const (
	Text    Type = iota
	URL          // an absolute address
	Date         // a day, a month or a year, as precise as it was written
	Local        // a date, with the time in the council's zone if there is one
	Instant      // a date and a time in UTC
	Integer
	Number
	Boolean
	List // several texts
)

var types = [...]string{"text", "url", "date", "datetime-local", "datetime", "integer", "number", "boolean", "list"}

// String is what dictionaries call the type.
func (t Type) String() string { return types[t] }

// A Cell is one fact. The zero Cell is a fact that nobody knows, which is
// neither an empty text, nor 0, nor false.
type Cell struct {
	holds  content
	text   string
	number float64 // of a boolean: 1 or 0
	list   []string
}

type content uint8

const (
	nothing content = iota
	aText
	aNumber
	aBoolean
	aList
)

var unknown Cell

func text[S ~string](s S) Cell {
	if s == "" {
		return unknown
	}
	return Cell{holds: aText, text: string(s)}
}

func integer(n int) Cell { return Cell{holds: aNumber, number: float64(n)} }

func number(n float64) Cell { return Cell{holds: aNumber, number: n} }

func boolean(yes bool) Cell {
	if yes {
		return Cell{holds: aBoolean, number: 1}
	}
	return Cell{holds: aBoolean}
}

// list is always known: an empty one says that there is none.
func list(values []string) Cell { return Cell{holds: aList, list: values} }

// appendNumber writes a number without an exponent, as spreadsheets want it.
func (c *Cell) appendNumber(b []byte) []byte {
	return strconv.AppendFloat(b, c.number, 'f', -1, 64)
}

func (c *Cell) appendBoolean(b []byte) []byte { return strconv.AppendBool(b, c.number == 1) }
