//go:build full && !race

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// planted are faults that somebody could make in a line, and a test that must
// then fail. A line that is no longer there is a failure too: the fault is to be
// planted where that work is done now.
var planted = []struct{ fault, file, old, new, room, test string }{
	{"the embargo is forgotten", "generator/council/public.go",
		"case !entry.PublishOn.IsZero() && !entry.PublishOn.Reached(c.AsOf):", "case false:",
		"cmd/greffe", "TestWhatIsPrivateChangesNothing"},
	{"drafts are published", "generator/council/public.go",
		"case entry.Draft:", "case false:",
		"cmd/greffe", "TestUnpublishedDocumentsLeaveNoTrace"},
	{"what is confidential is shown with the drafts", "generator/council/public.go",
		"state == Drafted || state == Embargoed", "state == Drafted || state == Embargoed || state == IsConfidential",
		"generator/council", "TestWhatThePublicSeesDependsOnTheMoment"},
	{"what is hidden is cited all the same", "generator/council/edit.go",
		"return citers[*citation.Citer]", "return false",
		"generator/council", "TestThePublicCouncilIsAssembledOfWhatIsPublic"},
	{"a page shows an e-mail address", "generator/publish/page/member.go",
		`return v.T("member.description_plain", "name", member.Name,`, `return v.T("member.description_plain", "name", string(member.Email.ForChecks()),`,
		"cmd/greffe", "TestPrivateValuesHaveNoWayOut"},
	{"private values print", "generator/council/private.go",
		"func (Private[T]) Format(s fmt.State, _ rune) { _, _ = s.Write([]byte(concealed)) }", "func (p Private[T]) Format(s fmt.State, _ rune) { fmt.Fprint(s, p.value) }",
		"generator/council", "TestPrivateValuesDoNotPrint"},
	{"a table may be of any width", "generator/markdown/limits.go",
		"maxColumns    = 64", "maxColumns    = 64_000",
		"generator/markdown", "TestLimits"},
	{"a header may be of any length", "generator/read/header.go",
		"const maxHeader = 64 << 10", "const maxHeader = 64 << 20",
		"generator/read", "TestEveryMistakeIsFoundAtItsPlace"},
	{"settings may list without end", "generator/read/yaml.go",
		"items: 5_000, value: 16 << 10", "items: 5_000_000, value: 16 << 10",
		"generator/read", "TestEveryMistakeIsFoundAtItsPlace"},
	{"a rule speaks of a text without end", "generator/check/text_proof.go",
		"const mostOfARule = 1000", "const mostOfARule = 1_000_000",
		"generator/check", "TestARuleSpeaksOfATextOftenEnough"},
	{"a page forgets that it asked who cites a document", "generator/council/cite.go",
		"c.reads.add(key)", "_ = key",
		"generator", "TestAnEditMakesTheSiteOfACleanBuild"},
	{"an edit does not ask what time it is", "generator/live.go",
		"	if l.turned(now) {", "	if now.Date != l.whole.AsOf.Date {",
		"generator", "TestAnEditMakesTheSiteOfACleanBuild"},
	{"a formula hides behind a space", "generator/read/decode.go",
		"d.writable(node, text, field)", "d.writable(node, node.Value, field)",
		"generator/read", "TestEveryMistakeIsFoundAtItsPlace"},
	{"the value of a misspelt field is shown", "cmd/greffe/fix.go",
		"if m.isKey(e) {", "if false {",
		"cmd/greffe", "TestPrivateValuesHaveNoWayOut"},
	{"links are followed", "generator/read/survey.go",
		"if !entry.Type().IsRegular() {", "if entry.IsDir() {",
		"generator/read", "TestLinksAndPipesAreRefused"},
	{"the site is not asked for approval", "generator/write/stage.go",
		"if err == nil && r.options.Approve != nil {", "if false {",
		"cmd/greffe", "TestALayoutAgainstThePolicyIsRefused"},
	{"handlers pass the inspection", "generator/inspect/page.go",
		"a.name[0] == 'o' && a.name[1] == 'n'", "false",
		"generator/inspect", "TestPagesMayNotHold"},
	{"somebody else's folder is replaced", "generator/write/survey.go",
		"if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == markerName && e.Type().IsRegular() }) {\n\t\treturn nil, &NotOursError{Dir: d.dir}",
		"if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == markerName && e.Type().IsRegular() }) {\n\t\treturn &survey{there: true, marked: true}, nil",
		"generator/write", "TestTreeRefusesWhatIsNotOurs"},
	{"a browser may guess what the preview sends", "generator/serve/guard.go",
		`header.Set("X-Content-Type-Options", "nosniff")`, "",
		"generator/serve", "TestEveryAnswerIsGuarded"},
	{"a header holds two lines", "generator/publish/host/host.go",
		`return strings.Join(strings.Fields(text), " ")`, "return strings.TrimSpace(text)",
		"generator/publish/host", "TestNoHeaderIsAddedByAValue"},
}

func TestPlantedFaultsAreCaught(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range planted {
		t.Run(p.fault, func(t *testing.T) {
			file := filepath.Join(root, p.file)
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Count(string(text), p.old) != 1 {
				t.Fatalf("%s has %d times %q", p.file, strings.Count(string(text), p.old), p.old)
			}
			dir := t.TempDir()
			put(t, dir, "faulty.go", strings.Replace(string(text), p.old, p.new, 1))
			overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{file: filepath.Join(dir, "faulty.go")}})
			if err != nil {
				t.Fatal(err)
			}
			put(t, dir, "overlay.json", string(overlay))
			command := exec.Command("go", "test", "-count=1", "-timeout=5m", "-overlay", filepath.Join(dir, "overlay.json"), "-run", "^"+p.test+"$", "./"+p.room)
			command.Dir = root
			said, err := command.CombinedOutput()
			if err == nil || !strings.Contains(string(said), "--- FAIL: "+p.test) {
				t.Errorf("%s does not fail for it: %v\n%s", p.test, err, said)
			}
		})
	}
}
