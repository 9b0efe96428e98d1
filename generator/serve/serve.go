// Package serve shows a site over HTTP while its content is being written.
//
//	server := &serve.Server{Load: generator.Site, Words: words}
//	server.Refresh()                 // and again at each change
//	listener, err := serve.Listen(8080)
//	err = server.Run(ctx, listener)
//
// # The preview is the site
//
// A file is made when a browser asks for it, by the same code that makes it for
// the disk. What the preview has besides, a bar at the foot of each page and a
// script that reloads it, is added to the answer and nowhere else: it is never
// among the bytes that are published.
//
// [Server.Refresh] asks for a new site and exchanges it for the old one in one
// step. An answer is made from one site only, so that no page is half old. What
// was made is kept as long as its site is the current one.
//
// # Errors
//
// Content with errors makes no site; the last good one stays, and each page
// says so in its bar: the errors with their lines, the hints, and whether they
// are in the file that the page is made from. When there has never been a good
// site, that list is all there is to show. A page that cannot be made, or that
// panics, is an answer with the reason. All of them mend themselves in the
// browser at the next good save. Nothing that content does ends the process.
//
// # Drafts
//
// Drafts and documents under embargo are shown only on demand: a button in the
// bar, whose answer the browser remembers until it is closed. The site with
// them is made when somebody first asks for it.
//
// # Reloading
//
// The script holds one stream of server-sent events, for the page on which it
// stands and the tag of the bytes that it shows; the server answers when that
// page's bytes, or those of its pictures, are no longer those of the tag. So a
// page reloads when it changed and stays still when another one did; nothing is
// lost while the stream was down, nor over a restart of the server. The scroll
// position is kept. A hidden tab gives its stream back: browsers allow six.
//
// # Who may ask
//
// Drafts are shown here, so only this machine's user is answered. The server
// listens on 127.0.0.1 only; a request must name that machine (a web page could
// have its own host's name lead to 127.0.0.1), come from no other site nor a frame
// in one, and only ask (GET, HEAD, without a body). Nothing is read from the disk
// by a name that came over the network: an address is looked up in the list of
// the site's files. However many connect, and stay, whoever asks is answered: the
// connection that was still for longest gives way.
package serve

import (
	"net/http"
	"sync"

	"greffe/generator/diagnostic"
	"greffe/generator/site"
	"greffe/generator/words"
)

// A Server shows the current site. Its fields are set before it is used.
type Server struct {
	// Load makes the site as it is now, with what is wrong with it. Without a
	// site, the list or the error says why; the error's text is shown as it is.
	// Calls never overlap.
	Load func() (*site.Site, diagnostic.Findings, error)
	// WithDrafts answers what makes the site that was just loaded with its
	// drafts. It is called right after Load, what it answers at any later time.
	// It may be nil, and answer nil: then there is nothing to choose.
	WithDrafts func() func() (*site.Site, error)
	// Drafts are shown to whoever has not chosen.
	Drafts bool
	// Editor is the address that opens a content file at a place in a text
	// editor. It may be nil: then nothing is a link.
	Editor func(file string, line, column int) string
	// Words are the catalogue of the messages.
	Words *words.Catalogue
	// Source reads a content file, to show the lines that errors are on. It is
	// called right after Load. It may be nil.
	Source func(file string) ([]byte, error)
	// Shown is a content file's path as people know it; by default as it is.
	Shown func(file string) string
	// Base is where the site's addresses begin, when that is not the root:
	// "/conseil".
	Base string

	loading sync.Mutex // one Refresh at a time

	mutex   sync.Mutex
	current *state
	streams int
}

// Refresh loads the site again and tells the browsers whose page changed. Until
// it is called for the first time, nothing is served.
func (s *Server) Refresh() {
	s.loading.Lock()
	defer s.loading.Unlock()
	next := s.load()

	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.current != nil {
		if next.version == nil {
			next.version, next.drafted = s.current.version, s.current.drafted
		}
		defer close(s.current.over)
	}
	s.current = next
}

// now is the current state.
func (s *Server) now() *state {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.current == nil {
		s.current = newState()
	}
	return s.current
}

// Handler answers requests; [Server.Run] is the usual way to put it to work. It
// takes its own port from the connection.
func (s *Server) Handler() http.Handler {
	return s.guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch file, own := own(r.URL.Path); {
		case r.URL.Path == eventsAddress:
			s.events(w, r)
		case r.URL.Path == draftsAddress:
			s.choose(w, r)
		case own:
			serveOwn(w, r, file)
		default:
			s.reply(w, r, s.answer(s.now().seen(s.wantsDrafts(r)), r.URL.Path))
		}
	}))
}
