package serve

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

const (
	mostStreams = 64               // tabs, more than anybody looks at
	heartbeat   = 20 * time.Second // finds out that a browser is gone
	patience    = 10 * time.Second // for a browser that does not read
)

// events tells one page, for as long as it is open, that it is no longer the
// page that it was: its tag is not the one that it was sent with.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	if !s.enter() {
		header.Set("Retry-After", "5")
		s.refuse(w, http.StatusServiceUnavailable, "overlay.too-many")
		return
	}
	defer s.leave()
	header.Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Time{}) // a stream outlives the time-outs of requests
	say := func(text string) error {
		_ = connection.SetWriteDeadline(time.Now().Add(patience))
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
		return connection.Flush()
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	query := r.URL.Query()
	page, tag := query.Get("page"), query.Get("tag")
	// As the page was asked for. The cookie may say otherwise: browsers keep it
	// back when a link on another site was followed, and again at each reload.
	drafts := query.Get("drafts") == "yes"
	err := say("retry: 1000\n\n")
	for err == nil {
		st := s.now()
		if now := s.answer(st.seen(drafts), page).tag; now != tag {
			tag = now
			if err = say(fmt.Sprintf("event: changed\ndata: %s\n\n", tag)); err != nil {
				return
			}
		}
		select {
		case <-st.over:
		case <-beat.C:
			err = say(":\n\n")
		case <-r.Context().Done():
			return
		}
	}
}

func (s *Server) enter() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.streams == mostStreams {
		return false
	}
	s.streams++
	return true
}

func (s *Server) leave() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.streams--
}
