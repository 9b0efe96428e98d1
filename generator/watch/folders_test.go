package watch

import (
	"os"
	"testing"
)

func TestANewFolderIsToldWithAllThatIsInIt(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md")
		s.write("opinions/2024/03/index.md", "one")
		s.told("opinions", "opinions/2024", "opinions/2024/03", "opinions/2024/03/index.md")
		s.write("opinions/2024/03/annex.pdf", "two")
		s.told("opinions/2024/03/annex.pdf")
		s.calm()
	})
}

func TestAFolderThatMovesIsToldAtBothPlaces(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "sessions/a/index.md", "sessions/a/deep/b.md")
		s.rename("sessions", "workshops")
		s.told("sessions", "sessions/a", "sessions/a/index.md", "sessions/a/deep", "sessions/a/deep/b.md",
			"workshops", "workshops/a", "workshops/a/index.md", "workshops/a/deep", "workshops/a/deep/b.md")
		s.write("workshops/a/deep/b.md", "still heard")
		s.told("workshops/a/deep/b.md")
		s.calm()
	})
}

func TestAFolderThatTakesAnothersPlaceIsHeard(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "opinions/a.md", ".aside/a.md", ".aside/b.md")
		s.rename("opinions", ".old")
		s.rename(".aside", "opinions")
		s.told("opinions", "opinions/a.md", "opinions/b.md")
		s.write("opinions/b.md", "still heard")
		s.told("opinions/b.md")
		s.write(".old/a.md", "of no interest")
		s.calm()
	})
}

func TestRemovalsAreTold(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md", "news/b.md", "news/c.md")
		s.remove("a.md")
		s.remove("news")
		s.told("a.md", "news", "news/b.md", "news/c.md")
		s.write("a.md", "back")
		s.told("a.md")
		s.calm()
	})
}

func TestAFileAndAFolderMayTakeEachOthersPlace(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a/x.md")
		s.remove("a")
		s.told("a", "a/x.md")
		s.write("a", "a file")
		s.told("a")
		s.remove("a")
		s.told("a")
		s.write("a/x.md", "a folder again")
		s.told("a", "a/x.md")
	})
}

func TestLinksAreSeenAndNotFollowed(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md")
		outside := t.TempDir()
		s.must(os.Symlink(outside, s.at("link")))
		s.told("link")
		s.must(os.WriteFile(outside+"/x.md", []byte("x"), 0o644))
		s.calm()
	})
}

func TestTheRootMayBeReplaced(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md", "news/b.md")
		other := s.aside("a.md", "news/c.md")
		s.must(os.Rename(s.dir, s.dir+"-old"))
		s.must(os.Rename(other, s.dir))
		s.whole()
		s.write("news/c.md", "heard in the new one")
		s.told("news/c.md")
		s.must(os.WriteFile(s.dir+"-old/news/b.md", []byte("of no interest"), 0o644))
		s.calm()
	})
}

func TestTheRootMayGoAndComeBack(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o, "a.md", "opinions/b.md")
		other := s.aside("opinions/b.md")
		s.must(os.RemoveAll(s.dir))
		s.whole()
		s.must(os.Rename(other, s.dir))
		s.whole()
		s.write("opinions/b.md", "heard again")
		s.told("opinions/b.md")
		s.calm()
	})
}

func TestARootBehindALinkIsTheFolderThatTheLinkLeadsTo(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := &scene{T: t, dir: t.TempDir() + "/content"}
		s.must(os.Symlink(s.aside("a.md"), s.dir))
		s.start(o)
		s.write("a.md", "heard")
		s.told("a.md")
		s.must(os.Symlink(s.aside("a.md"), s.dir+"-new"))
		s.must(os.Rename(s.dir+"-new", s.dir))
		s.whole()
		s.write("a.md", "heard in the other")
		s.told("a.md")
	})
}

func TestARootThatIsNotThereYetIsWaitedFor(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := &scene{T: t, dir: t.TempDir() + "/content"}
		s.start(o)
		s.must(os.Mkdir(s.dir, 0o755))
		s.whole()
		s.write("a.md", "heard")
		s.told("a.md")
	})
}
