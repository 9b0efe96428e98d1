package former

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"testing"
	"testing/fstest"
)

const members = "id,name,url,modified\r\nada,\"Ada\r\nBrook\",https://num.example/conseil/membres/ada/,2024\r\n"

func published(sum string) fstest.MapFS {
	return fstest.MapFS{
		"council.csv":   {Data: []byte("id,base_url,url\r\ncouncil,https://num.example/conseil/,https://num.example/conseil/\r\n")},
		"members.csv":   {Data: []byte(members)},
		"redirects.csv": {Data: []byte("id,former_id,collection,document_id\r\nmembers/a,a,members,ada\r\n")},
		"SHA256SUMS":    {Data: []byte(sum + "  members.csv\n" + sum + "  members.json\n")},
	}
}

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestEntries(t *testing.T) {
	p, err := Open(published(""))
	if err != nil {
		t.Fatal(err)
	}
	want := []Entry{{Table: "members", ID: "ada", Page: "/membres/ada/"}, {Table: "members", ID: "a", Now: "ada"}}
	if got := p.Entries(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A column that the table had not yet says nothing; a line end is one, however
// it was written.
func TestTableDigestsWhatItHad(t *testing.T) {
	p, err := Open(published(""))
	if err != nil {
		t.Fatal(err)
	}
	common, rows, err := p.Table("members", []string{"id", "name", "profession"})
	if err != nil || !reflect.DeepEqual(common, []string{"id", "name"}) {
		t.Fatal(common, err)
	}
	if rows["ada"].Digest != DigestOf([]string{"ada", "Ada\r\nBrook"}) {
		t.Error("the row is not the same any more")
	}
	if rows["ada"].Digest == DigestOf([]string{"adaA", "da\nBrook"}) {
		t.Error("two rows have one digest")
	}
}

func TestVerifyRefusesHalves(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(fstest.MapFS)
		whole  bool
	}{
		{"whole", func(fstest.MapFS) {}, true},
		{"without sums", func(f fstest.MapFS) { delete(f, "SHA256SUMS") }, true},
		{"a table is missing", func(f fstest.MapFS) { delete(f, "members.csv") }, false},
		{"a table is cut", func(f fstest.MapFS) { f["members.csv"].Data = f["members.csv"].Data[:40] }, false},
		{"a page of an error", func(f fstest.MapFS) {
			delete(f, "SHA256SUMS")
			f["themes.csv"] = &fstest.MapFile{Data: []byte("<!doctype html>\n")}
		}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := published(sumOf(members))
			test.change(folder)
			p, err := Open(folder)
			if err == nil {
				err = p.Verify()
			}
			if (err == nil) != test.whole {
				t.Error(err)
			}
		})
	}
}

func TestEmptyFolderIsNoPublication(t *testing.T) {
	p, err := Open(fstest.MapFS{})
	if p != nil || err != nil || p.Entries() != nil || p.Verify() != nil {
		t.Error(p, err)
	}
}
