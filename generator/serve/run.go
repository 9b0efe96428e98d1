package serve

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"time"
)

// Listen takes a port of this machine, where no other can reach it; 0 takes one
// that is free.
func Listen(port int) (net.Listener, error) {
	return net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
}

// Run answers until the context ends, which is no error.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := s.http()
	server.BaseContext = func(net.Listener) context.Context { return ctx } // streams end with it
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		<-ctx.Done()
		farewell, done := context.WithTimeout(context.Background(), 2*time.Second)
		defer done()
		if server.Shutdown(farewell) != nil {
			_ = server.Close()
		}
	}()
	err := server.Serve(listener)
	cancel()
	<-ended
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// http is the server with its limits: a client that is slow, or that is many,
// holds nothing for long.
func (s *Server) http() *http.Server {
	open := crowd{most: mostConnections, still: make(map[net.Conn]uint64)}
	return &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second, // streams set their own
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // what it would say concerns nobody
		ConnState:         open.tell,
		// An answer to everything would be one to foreigners too.
		DisableGeneralOptionsHandler: true,
	}
}
