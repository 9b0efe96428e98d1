package watch

import (
	"os"
	"testing"
	"time"
)

// What editors do when they save, each as strace shows it.
func TestEverySaveIsToldOnce(t *testing.T) {
	saves := map[string]func(s *scene){
		"truncate and write": func(s *scene) { s.write("opinions/a.md", "new") },
		"truncate, pause, write": func(s *scene) {
			file, err := os.Create(s.at("opinions/a.md"))
			s.must(err)
			time.Sleep(10 * time.Millisecond)
			_, err = file.WriteString("new")
			s.must(err)
			s.must(file.Close())
		},
		"hidden temporary file, rename": func(s *scene) {
			s.write("opinions/.a.md.x7d", "new")
			s.rename("opinions/.a.md.x7d", "opinions/a.md")
		},
		"vim: backup by renaming": func(s *scene) {
			s.write("opinions/.a.md.swp", "swap")
			s.write("opinions/4913", "")
			s.remove("opinions/4913")
			s.rename("opinions/a.md", "opinions/a.md~")
			s.write("opinions/a.md", "new")
			s.remove("opinions/a.md~")
		},
		"vim, backupcopy=yes: a copy, then in place": func(s *scene) {
			s.write("opinions/.a.md.swp", "swap")
			s.write("opinions/a.md~", "as it was")
			file, err := os.OpenFile(s.at("opinions/a.md"), os.O_WRONLY|os.O_TRUNC, 0)
			s.must(err)
			_, err = file.WriteString("new")
			s.must(err)
			s.must(file.Sync())
			s.must(file.Close())
			s.remove("opinions/a.md~")
		},
		"VS Code: truncate by name, write, set the length": func(s *scene) {
			s.must(os.Truncate(s.at("opinions/a.md"), 0))
			file, err := os.OpenFile(s.at("opinions/a.md"), os.O_RDWR, 0)
			s.must(err)
			_, err = file.WriteAt([]byte("new"), 0)
			s.must(err)
			s.must(file.Truncate(3))
			s.must(file.Close())
		},
		"remove, pause, create": func(s *scene) {
			s.remove("opinions/a.md")
			time.Sleep(10 * time.Millisecond)
			s.write("opinions/a.md", "new")
		},
		"the same size within the same moment": func(s *scene) {
			info, err := os.Stat(s.at("opinions/a.md"))
			s.must(err)
			s.write("opinions/a.md", "As it was")
			s.must(os.Chtimes(s.at("opinions/a.md"), info.ModTime(), info.ModTime()))
		},
		"permissions only": func(s *scene) { s.must(os.Chmod(s.at("opinions/a.md"), 0o600)) },
	}
	for name, save := range saves {
		t.Run(name, func(t *testing.T) {
			eachWay(t, func(t *testing.T, o Options) {
				s := watching(t, o, "opinions/a.md", "opinions/b.md")
				save(s)
				s.told("opinions/a.md")
				s.calm()
			})
		})
	}
}

func TestSavingTheSameContentIsNoChange(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md")
		s.write("a.md", "as it was")
		s.write(".a.md.new", "as it was")
		s.rename(".a.md.new", "a.md")
		s.calm()
	})
}

func TestDroppingsOfEditorsAreNotTold(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md")
		for _, name := range []string{
			".git/index", ".DS_Store", ".#a.md", "a.md~", "#a.md#", ".a.md.swp", "a.swx", "4913", "a.md___jb_tmp___.tmp", "___jb_old___",
		} {
			s.write(name, "x")
		}
		s.calm()
	})
}

func TestTheFolderThatTheWebKeepsIsTold(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, ".well-known/security.txt")
		s.write(".well-known/security.txt", "Contact: mailto:a@conseil.example")
		s.told(".well-known/security.txt")
	})
}

func TestAFileThatStaysEmptyIsTold(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md")
		s.write("a.md", "")
		s.told("a.md")
		s.write("new.md", "")
		s.told("new.md")
		s.calm()
	})
}

// The first save after a calm is a matter of milliseconds, not of the pauses
// that storms are waited for.
func TestASaveIsToldAtItsFirstEvent(t *testing.T) {
	o := Options{pace: usual}
	o.pace.quiet, o.pace.latest, o.pace.round = time.Hour, time.Hour, time.Hour
	s := watching(t, o, "a.md")
	s.write("a.md", "new")
	s.told("a.md")
}
