package main

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/diagnostic"
	"greffe/generator/serve"
	"greffe/generator/site"
	"greffe/generator/watch"
)

func (a *app) serveCommand() *cobra.Command {
	var port int
	var drafts, poll bool
	command := &cobra.Command{
		Use: "serve", Short: a.words.Say("command.serve.short"), Example: indent(a.words.Say("command.serve.example")),
		RunE: func(command *cobra.Command, _ []string) error { return a.serve(command.Context(), port, drafts, poll) },
	}
	f := command.Flags()
	f.IntVar(&port, "port", 8080, a.words.Say("command.flag.port"))
	f.BoolVar(&drafts, "drafts", false, a.words.Say("command.flag.drafts"))
	f.BoolVar(&poll, "poll", false, a.words.Say("command.flag.poll"))
	return command
}

// serve shows the site until it is interrupted, which is how it is meant to
// end.
func (a *app) serve(ctx context.Context, port int, drafts, poll bool) error {
	if port < 0 || port > 65535 {
		return a.use("command.use.bad-port", "value", port)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	listener, err := serve.Listen(port)
	if err != nil {
		return err
	}
	defer listener.Close()
	address := "http://" + listener.Addr().String()
	if a.flags.baseURL == "" {
		a.flags.baseURL = address // links stay in the preview
	}
	desk, err := a.openDesk(drafts)
	if err != nil {
		return err
	}
	stopProfile, err := a.profile()
	if err != nil {
		return err
	}
	defer stopProfile()
	changes, err := desk.changes(ctx, poll)
	if err != nil {
		return err
	}

	var last error
	server := &serve.Server{
		Words: a.words, Shown: a.shown, Base: pathOf(a.flags.baseURL),
		Source: func(file string) ([]byte, error) { return fs.ReadFile(desk.content, file) },
		Load: func() (*site.Site, diagnostic.List, error) {
			s, found, err := desk.site()
			desk.report(found)
			last = err
			return s, found, a.explained(err)
		},
	}
	server.Refresh()
	if last != nil && !errors.Is(last, generator.ErrContent) {
		return last
	}
	a.tell("command.serve.ready", "address", address+pathOf(a.flags.baseURL)+"/")
	done := make(chan struct{})
	go func() {
		defer close(done)
		desk.follow(changes, func(change *watch.Change) {
			if change != nil {
				desk.take(*change)
			}
			server.Refresh()
			switch {
			case change == nil:
			case last == nil:
				a.tell("command.serve.changed", "files", desk.named(*change))
			case !errors.Is(last, generator.ErrContent):
				a.fail(last)
			}
		})
	}()
	err = server.Run(ctx, listener)
	stop()
	<-done
	if err != nil {
		return err
	}
	a.tell("command.serve.stopped")
	return nil
}

// explained is an error as the terminal would put it, for the browser.
func (a *app) explained(err error) error {
	if err == nil || errors.Is(err, generator.ErrContent) {
		return err
	}
	var text strings.Builder
	aside := *a
	aside.stderr = &text
	aside.fail(err)
	return errors.New(strings.TrimSpace(text.String()))
}

// pathOf is the path of an address, without a slash at its end: where the
// site's own addresses begin.
func pathOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimRight(parsed.EscapedPath(), "/")
}
