package data

import (
	"bytes"
	"encoding/json"
	"io"
)

// An object is a JSON object whose members stay in their order, for the files
// that people read too.
type object []member

type member struct {
	name  string
	value any
}

// add appends a member, unless there is nothing to say.
func (o *object) add(name string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case object:
		if len(v) == 0 {
			return
		}
	}
	*o = append(*o, member{name, value})
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encode(&b, encoder, o)
	return b.Bytes(), err
}

// encode writes objects, and lists that may hold them, in one pass: package json
// would copy each into the one around it.
func encode(b *bytes.Buffer, encoder *json.Encoder, value any) error {
	switch v := value.(type) {
	case object:
		b.WriteByte('{')
		for i, m := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := encoder.Encode(m.name); err != nil {
				return err
			}
			b.WriteByte(':')
			if err := encode(b, encoder, m.value); err != nil {
				return err
			}
		}
		b.WriteByte('}')
		return nil
	case []any:
		if v == nil {
			break
		}
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := encode(b, encoder, item); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	}
	return encoder.Encode(value)
}

func (o object) writeTo(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(o)
}
